"""Write docs/pictures: the window in four looks and three sizes, to be looked at (``make pictures``).

Each is of the same trained network, with a neuron chosen, the deltas of the last layer and the curves of the
training. Full colors: a palette of 256 would lose the faint blue and red of the many weak edges.
"""

import os
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
"""The smallest window that everything is made for, a projector's, and a desktop's."""

SHADES = 6
"""So many neighbors of the 256 shades of each color become one."""

FREQUENT = 0.006
"""The share of a picture from which a color is that of an area."""


def main() -> None:
    """Render and write all of them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from nnviz.ui import theme, tour
    from nnviz.ui.offscreen import without_noise

    looks = {
        "light": theme.LIGHT,
        "dark": theme.DARK,
        "blue-orange": theme.LIGHT.with_palette(theme.BLUE_ORANGE),
        "plus-minus": theme.DARK.with_palette(theme.BLUE_RED_GLYPHS),
    }
    app = QApplication(["nnviz"])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with without_noise():
        for name, colors in looks.items():
            for width, height in SIZES:
                scene = tour.Scene(name, tour.output_neuron, colors, size=(width, height))
                image = tour.picture(app, scene).toImage().convertToFormat(QImage.Format.Format_RGB32)
                pixels = np.frombuffer(image.bits(), np.uint8).reshape(height, width, 4)[..., 2::-1]
                file = FOLDER / f"{name}-{width}.png"
                file.write_bytes(png(pixels))
                print(f"{file}: {file.stat().st_size:,} bytes")


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Return a picture, shape (height, width, 3), as a PNG file about half as large as Qt writes it.

    Neighboring shades become one, which the eye does not see; and no line is filtered, for that makes the
    many even areas of a window longer.

    References
    ----------
    W3C, Portable Network Graphics (PNG) Specification, "Datastream structure" and "Filtering".
    """
    height, width, _ = pixels.shape
    shades = fewer_shades(pixels).reshape(height, -1)
    unfiltered = np.zeros((height, 1), np.uint8)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits for each of three colors
    data = zlib.compress(np.hstack([unfiltered, shades]).tobytes(), 9)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def fewer_shades(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the picture with the faint shades of the edges made fewer; the colors of whole areas stay."""
    rounded = np.minimum(np.rint(pixels / SHADES) * SHADES, 255).astype(np.uint8)
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    colors, counts = np.unique(packed, return_counts=True)
    frequent = np.isin(packed, colors[counts > FREQUENT * packed.size])
    return np.where(frequent[..., None], pixels, rounded)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


if __name__ == "__main__":
    main()
