"""Write docs/pictures: the window in four looks and three sizes, to be looked at (``make pictures``).

Each is of the same trained network, with a neuron chosen, the deltas of the last layer and the curves of the
training. Full colors: a palette of 256 would lose the faint blue and red of the many weak edges.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"

SIZES = ((1024, 640), (1280, 720), (1920, 1080))
"""The smallest window that everything is made for, a projector's, and a desktop's."""


def main() -> None:
    """Render and write all of them."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
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
                image = tour.picture(app, scene).toImage()
                file = FOLDER / f"{name}-{width}.png"
                image.save(str(file), quality=0)  # as small as PNG can be
                print(f"{file}: {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
