"""A program that reads damaged files, and says how long the slowest took and by how much its memory grew.

``python reading_in_a_child.py N SEED FOLDER KIND…``; all memory counts, also what Qt takes for pictures. What
is neither read nor refused in one sentence ends it with a traceback.
"""

import io
import json
import random
import resource
import sys
import time
from pathlib import Path

import numpy as np
from mutants import damaged
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QImage

from nnviz.data import load
from nnviz.data.drawings import read_drawings
from nnviz.decoding import decode_image
from nnviz.errors import NnvizError
from nnviz.files import load_network, load_state

PNG_EVIL = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xd8", b"IDAT", b"\x7f\xff\xff\xff", b"BM")
NPZ_EVIL = (b"\xff" * 8, b"(1,)", b"|O", b"9" * 20, b"NUMPY", b"PK\x01\x02", b"\0\0\xc0\x7f")


def encoded(rng):
    image = QImage(rng.randint(1, 60), rng.randint(1, 60), QImage.Format.Format_RGB32)
    image.fill(QColor(rng.randrange(256), 80, 200))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, rng.choice(["PNG", "JPG", "BMP"]))
    return bytes(data.data())


def image_files(folder, n, seed):
    """Yield folders of images, of which one file is damaged each time."""
    rng = random.Random(seed)
    for name in ("cats", "dogs"):
        (folder / name).mkdir()
        for i in range(3):
            (folder / name / f"{i}.png").write_bytes(encoded(rng))
    for _ in range(n):
        (folder / "dogs" / "1.png").write_bytes(damaged(encoded(rng), rng, PNG_EVIL))
        yield lambda: load(folder, decode=decode_image), folder


def drawings(folder, n, seed):
    rng, path = random.Random(seed), folder / "drawings.npz"
    for _ in range(n):
        out = io.BytesIO()
        arrays = {
            "dabs": np.full((4, 3), 9, np.float32),
            "dabs_of_stroke": np.array([1, 3]),
            "strokes_of_drawing": np.array([1, 1]),
            "labels": np.array([rng.randrange(10), 3]),
        }
        (np.savez if rng.random() < 0.7 else np.savez_compressed)(out, **arrays)
        path.write_bytes(damaged(out.getvalue(), rng, NPZ_EVIL))
        yield lambda: read_drawings(path), path


def states(folder, n, seed):
    from states import contents_2
    from test_mutations import mutated

    path = folder / "a.nnviz"
    for contents in mutated(contents_2(), n, seed):
        path.write_bytes(contents)
        yield lambda: load_state(path), path


def networks(folder, n, seed):
    from states import SPEC
    from test_mutations import mutated

    from nnviz.core.network import initialize
    from nnviz.files import save_network

    path = folder / "a.safetensors"
    save_network(path, initialize(SPEC))
    for contents in mutated(path.read_bytes(), n, seed):
        path.write_bytes(contents)
        yield lambda: load_network(path, "relu", "sigmoid", "squared"), path


KINDS = {"images": image_files, "drawings": drawings, "states": states, "networks": networks}


def megabytes():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def main(n, seed, folder, *kinds):
    app = QGuiApplication([])
    for kind in kinds:
        place = Path(folder, kind)
        place.mkdir()
        print(json.dumps({"kind": kind, **all_of(KINDS[kind](place, int(n), int(seed)))}))
    del app


def all_of(attempts):
    """Read them all; memory is compared with what it was after the first, when everything is imported."""
    read, slowest, before = 0, 0.0, 0.0
    for i, (attempt, path) in enumerate(attempts):
        start = time.process_time()
        try:
            attempt()
            read += 1
        except NnvizError as error:
            sentence = str(error)
            assert sentence.isprintable(), sentence
            assert sentence.endswith("."), sentence
            assert str(path) in sentence, sentence
        slowest = max(slowest, time.process_time() - start)
        before = before if i else megabytes()
    return {"read": read, "slowest": slowest, "grown": megabytes() - before}


if __name__ == "__main__":
    main(*sys.argv[1:])
