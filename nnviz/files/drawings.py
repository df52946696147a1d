"""The user's own drawn digits written to the disk; `nnviz.data.drawings` reads them."""

import io
from pathlib import Path
from typing import Any

import numpy as np

from nnviz.data.drawings import Drawing
from nnviz.data.places import shown
from nnviz.errors import FileError
from nnviz.files.atomic import write_atomic


def write_drawings(path: Path, drawings: tuple[Drawing, ...]) -> None:
    """Write all drawings in place of those in the file; its folder is made if need be.

    Raises
    ------
    FileError
        If they could not be saved; the file is what it was then.
    """
    strokes = [stroke for drawing in drawings for stroke in drawing.strokes]
    arrays: dict[str, Any] = {
        "dabs": np.array([dab for stroke in strokes for dab in stroke], np.float32).reshape(-1, 3),
        "dabs_of_stroke": np.array([len(stroke) for stroke in strokes], np.int64),
        "strokes_of_drawing": np.array([len(drawing.strokes) for drawing in drawings], np.int64),
        "labels": np.array([drawing.label for drawing in drawings], np.int64),
    }
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            "The folder {parent} cannot be made: {strerror}.",
            parent=shown(path.parent),
            strerror=error.strerror,
        ) from error
    write_atomic(path, file.getvalue())
