"""The Lessons workspace: the list of lessons, the pane beside the window, and what it points at."""
