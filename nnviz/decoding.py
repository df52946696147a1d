"""Picture files decoded by Qt; needs no window and no display."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

FORMATS = frozenset((b"png", b"jpg", b"jpeg", b"bmp"))

MOST_PIXELS = 2**26
"""Of a picture, as its header promises: 8,192 × 8,192."""


def decode_image(
    content: bytes, size: tuple[int, int] | None = None
) -> tuple[NDArray[np.uint8], tuple[int, int]]:
    """Decode a PNG, JPEG or BMP file.

    Parameters
    ----------
    content : bytes
        The file.
    size : tuple of int, optional
        Rows and columns to which the image is scaled.

    Returns
    -------
    pixels : uint8 array, shape (rows, columns, 3)
        Red, green, blue; what is transparent lies on black.
    own : tuple of int
        The rows and columns of the file's own image.

    Raises
    ------
    ValueError
        If it is no such image, or damaged.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        raise ValueError("it is neither PNG, JPEG nor BMP")
    promised = reader.size()
    if not 0 < promised.width() * promised.height() <= MOST_PIXELS:
        raise ValueError(f"its header promises {promised.width():,} × {promised.height():,} pixels")
    image = reader.read()
    if image.isNull():
        raise ValueError("it cannot be decoded")
    return _pixels(image, size), (image.height(), image.width())


def _pixels(image: QImage, size: tuple[int, int] | None) -> NDArray[np.uint8]:
    if size is not None and (image.height(), image.width()) != size:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(QSize(size[1], size[0]), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    if image.hasAlphaChannel():
        image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # multiplied: on black
        image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
