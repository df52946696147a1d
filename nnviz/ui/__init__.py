"""Windows and panels. Each panel takes a Session, listens to it, and asks it for everything else."""
