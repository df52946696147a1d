"""What is to be seen: in a picture, and in the whole window."""

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QImage

from nnviz.core.network import Location
from nnviz.session import LANDSCAPES, PAGES, PICTURES, Neuron


def colors_in(image: QImage) -> set[str]:
    """Return every color that a picture has, as "#rrggbb"; all pixels at once, not one by one."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return {f"#{color & 0xFFFFFF:06x}" for color in np.unique(pixels[:, : image.width()]).tolist()}


def everything(session):
    """Put everything on the screen, one after the other, and say what it is."""
    view = session.view
    for picture in PICTURES:
        session.set_view(replace(view, picture=picture))
        yield picture
    for page in PAGES:
        session.set_view(replace(view, workspace="train", page=page))
        yield f"train {page}"
    for landscape in LANDSCAPES:
        session.set_view(replace(view, workspace="descent", landscape=landscape))
        yield f"descent {landscape}"
    session.set_view(replace(view, workspace="lessons"))
    yield "lessons"
    session.set_view(view)
    for chosen in (
        Neuron(0, 300),
        Neuron(1, 3),
        Neuron(3, 3),
        Location("w", 2, 3, 4),
        Location("b", 2, 3, None),
    ):
        session.select(chosen)
        yield str(chosen)
