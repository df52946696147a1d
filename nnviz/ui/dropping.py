"""What is being dragged onto a window."""

from PySide6.QtGui import QDropEvent


def local_file(event: QDropEvent) -> str:
    """Return the first file or folder of what is being dragged; "" when it is something else."""
    return next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
