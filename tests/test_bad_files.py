"""Every reader of files, and everything a file can be instead of what it should be: always one sentence.

What is special to a kind of file, its own tests look into; here stands what is common to all.
"""

import gzip
import io
import os
import struct
import tarfile
import tracemalloc
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from folders import idx_folder
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage
from samples import tiny_dataset

from nnviz.core.network import NetworkSpec, initialize
from nnviz.data import load
from nnviz.data.cifar import RECORD, TEST, TRAIN
from nnviz.data.drawings import Drawing, read_drawings
from nnviz.data.idx import read_idx
from nnviz.data.strokes import Dab
from nnviz.decoding import decode_image
from nnviz.errors import NnvizError
from nnviz.files import load_state, read_network, save_network, save_state
from nnviz.files.drawings import write_drawings
from nnviz.session import Session

MOST_MEMORY = 40e6
"""No bad file takes more, whatever it promises."""


class Kind(NamedTuple):
    """A file as it should be, among whatever belongs to it, and what reads it."""

    file: Path
    read: object


def records(n):
    return bytes(RECORD) * n


def png():
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    return bytes(data.data())


def an_idx(folder):
    path = folder / "images-idx3-ubyte.gz"
    content = struct.pack(">2x2B3I", 8, 3, 500, 4, 4) + np.random.default_rng(0).bytes(500 * 16)
    path.write_bytes(gzip.compress(content))
    return Kind(path, read_idx)


def one_of_mnist(folder):
    idx_folder(folder / "mnist")
    return Kind(folder / "mnist" / "t10k-images-idx3-ubyte", lambda path: load(path.parent))


def an_archive(folder):
    path = folder / "cifar.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name in (*TRAIN, TEST):
            info = tarfile.TarInfo(name)
            info.size = 2 * RECORD
            tar.addfile(info, io.BytesIO(records(2)))
    return Kind(path, load)


def one_of_cifar(folder):
    for name in (*TRAIN, TEST):
        (folder / name).write_bytes(records(2))
    return Kind(folder / TEST, lambda path: load(path.parent))


def arrays(folder):
    path = folder / "a.npz"
    np.savez(path, x=np.random.default_rng(0).normal(size=(50, 4)), y=np.arange(50) % 2)
    return Kind(path, load)


def a_table(folder):
    path = folder / "a.csv"
    path.write_text("length,width,kind\n" + "".join(f"{i},{-i},{'ab'[i % 2]}\n" for i in range(50)))
    return Kind(path, load)


def an_image(folder):
    for name in ("cats", "dogs"):
        (folder / name).mkdir()
        for i in range(3):
            (folder / name / f"{i}.png").write_bytes(png())
    return Kind(folder / "dogs" / "1.png", lambda path: load(path.parent.parent, decode=decode_image))


def some_drawings(folder):
    path = folder / "drawings.npz"
    write_drawings(path, (Drawing(((Dab(9, 9, 9), Dab(20, 30, 9)),), 3),))
    return Kind(path, read_drawings)


def a_state(folder):
    session = Session(tiny_dataset())
    save_state(folder / "a.nnviz", session.saved())
    session.close()
    return Kind(folder / "a.nnviz", load_state)


def a_network(folder):
    save_network(folder / "a.safetensors", initialize(NetworkSpec.build(4, (3,), 2)))
    return Kind(folder / "a.safetensors", read_network)


MAKERS = (
    *(an_idx, one_of_mnist, an_archive, one_of_cifar, arrays),
    *(a_table, an_image, some_drawings, a_state, a_network),
)


@pytest.fixture(params=MAKERS, ids=lambda maker: maker.__name__)
def kind(request, qapp, tmp_path):
    kind = request.param(tmp_path)
    kind.read(kind.file)  # as it should be
    return kind


def refused(kind, *words):
    """Read it, and return the sentence; memory is taken for what has arrived."""
    tracemalloc.start()
    try:
        with pytest.raises(NnvizError) as caught:
            kind.read(kind.file)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    sentence = str(caught.value)
    assert sentence.isprintable()
    assert sentence.endswith(".")
    assert kind.file.name in sentence or str(kind.file.parent) in sentence
    assert len(sentence) < 500 + len(str(kind.file))
    for word in words:
        assert word in sentence
    return sentence


def test_empty(kind):
    kind.file.write_bytes(b"")
    refused(kind)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_cut_short(kind, share):
    content = kind.file.read_bytes()
    kind.file.write_bytes(content[: int(share * len(content))])
    refused(kind)


@pytest.mark.parametrize("begin", [b"\xff" * 16, b"<html><head></he", b"\x89PNG\r\n\x1a\n", bytes(16)])
def test_something_else(kind, begin):
    content = kind.file.read_bytes()
    if kind.file.suffix == ".bin" and begin == bytes(16):
        return  # CIFAR-10's files have no mark by which they are known
    kind.file.write_bytes(begin + content[len(begin) :])
    if kind.file.suffix == ".png" and begin.startswith(b"\x89PNG"):
        kind.file.write_bytes(begin)
    refused(kind)


def test_a_folder_where_a_file_should_be(kind):
    kind.file.unlink()
    kind.file.mkdir()
    refused(kind)


def test_a_pipe_is_not_waited_for(kind):
    kind.file.unlink()
    os.mkfifo(kind.file)
    refused(kind)


def test_no_permission(kind, monkeypatch):
    """The tests may run as somebody who may read everything."""
    open_ = io.open

    def refuse(file, *arguments, **options):
        if str(file) == str(kind.file):
            raise PermissionError(13, "Permission denied", str(file))
        return open_(file, *arguments, **options)

    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    refused(kind, "ermission denied")


def test_gone(kind):
    kind.file.unlink()
    if kind.read is read_drawings:
        assert kind.read(kind.file) == ()  # nobody has drawn anything yet
    elif kind.file.suffix == ".png":
        kind.read(kind.file)  # one image fewer
    else:
        refused(kind)


@cache
def bomb():
    return gzip.compress(bytes(2**26), 6)


def test_a_bomb(kind):
    """A few bytes that unpack to many."""
    kind.file.write_bytes(bomb())
    refused(kind)


def test_lengths_that_contradict_one_another(kind):
    content = kind.file.read_bytes()
    kind.file.write_bytes(content + content)
    if kind.file.suffix in (".csv", ".gz", ".bin", ".npz"):
        return  # their own tests say what twice the same is
    if kind.file.suffix != ".png":  # what stands behind a picture's end counts for nothing
        refused(kind)
