"""What is to be seen in a picture."""

import numpy as np
from PySide6.QtGui import QImage


def colors_in(image: QImage) -> set[str]:
    """Return every color that a picture has, as "#rrggbb"; all pixels at once, not one by one."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return {f"#{color & 0xFFFFFF:06x}" for color in np.unique(pixels[:, : image.width()]).tolist()}
