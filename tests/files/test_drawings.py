"""Kept drawings on the disk: exactly what was drawn, and one sentence about every damaged file."""

import numpy as np
import pytest

from nnviz.data.drawings import Drawing, read_drawings
from nnviz.data.strokes import Dab
from nnviz.errors import FileError
from nnviz.files.drawings import write_drawings

TWO = (
    Drawing(((Dab(10, 20, 16), Dab(30.5, 40, 16)), (Dab(50, 60, 10),)), 7),
    Drawing(((Dab(1, 2, 24),),), 0),
)


def test_they_come_back_as_they_were(tmp_path) -> None:
    path = tmp_path / "new" / "drawings.npz"
    write_drawings(path, TWO)
    assert read_drawings(path) == TWO
    write_drawings(path, ())
    assert read_drawings(path) == ()


def test_another_writer_and_another_reader(tmp_path) -> None:
    """Byte for byte: NumPy alone finds the arrays in the file, and writes a file that is read."""
    path, arrays = (
        tmp_path / "drawings.npz",
        {
            "dabs": np.array([[10, 20, 16], [30.5, 40, 16], [50, 60, 10], [1, 2, 24]], np.float32),
            "dabs_of_stroke": np.array([2, 1, 1]),
            "strokes_of_drawing": np.array([2, 1]),
            "labels": np.array([7, 0]),
        },
    )
    np.savez(path, **arrays)
    assert read_drawings(path) == TWO
    write_drawings(path, TWO)
    with np.load(path) as file:
        assert set(file.files) == set(arrays)
        for name, values in arrays.items():
            assert file[name].dtype == values.dtype
            assert file[name].tobytes() == values.tobytes()


def test_without_a_file_there_are_none(tmp_path) -> None:
    assert read_drawings(tmp_path / "none.npz") == ()


def test_nothing_in_it_is_a_pickle(tmp_path) -> None:
    path = tmp_path / "drawings.npz"
    write_drawings(path, TWO)
    with np.load(path, allow_pickle=False) as file:
        assert all(file[name].dtype.kind in "if" for name in file.files)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dabs", np.zeros((4, 2), np.float32)),
        ("dabs", np.full((4, 3), np.nan, np.float32)),
        ("dabs", np.full((4, 3), 1e9, np.float32)),
        ("dabs_of_stroke", np.array([2, 1, 5])),
        ("dabs_of_stroke", np.array([-1, 1, 4])),
        ("strokes_of_drawing", np.array([3])),
        ("labels", np.array([0.5, 1.0])),
        ("labels", np.array([-1, 1])),
    ],
)
def test_numbers_that_cannot_be_are_refused(tmp_path, name, value) -> None:
    path = tmp_path / "drawings.npz"
    write_drawings(path, TWO)
    with np.load(path) as file:
        arrays = dict(file)
    np.savez(path, **{**arrays, name: value})
    with pytest.raises(FileError, match="does not hold drawn digits"):
        read_drawings(path)


def test_a_file_cut_short_anywhere_is_refused(tmp_path) -> None:
    path = tmp_path / "drawings.npz"
    write_drawings(path, TWO)
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(FileError):
            read_drawings(path)
