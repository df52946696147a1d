"""A folder of images, decoded by a stand-in: what Qt does is tested with the window."""

import os

import numpy as np
import pytest

from nnviz.data import is_own, load, understand
from nnviz.data.class_folders import is_folder
from nnviz.data.folder import understand_folder
from nnviz.errors import Cancelled, DataError, FileError


def decode(content, size):
    """Decode "rows columns red green blue": one color."""
    try:
        rows, columns, *color = map(int, content.split())
    except ValueError:
        raise ValueError("it has no numbers") from None
    wanted = size or (rows, columns)
    return np.full((*wanted, 3), color, np.uint8), (rows, columns)


def image(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def folder(tmp_path):
    for i in range(10):
        image(tmp_path / "pets" / "cats" / f"{i}.png", f"6 5 {i} 0 0")
        image(tmp_path / "pets" / "dogs" / f"{i}.JPG", f"6 5 0 {100 + i} 255")
    image(tmp_path / "pets" / "cats" / "notes.txt", "not an image")
    image(tmp_path / "pets" / ".hidden" / "x.png", "not an image")
    return tmp_path / "pets"


def test_a_folder_for_each_class(folder):
    found = understand(folder, decode=decode)
    data = found.dataset
    assert data.classes == ("cats", "dogs")
    assert data.image_shape == (6, 5, 3)
    assert (len(data.train), len(data.test)) == (16, 4)
    pixels = data.train.x.reshape(-1, 30, 3)
    for x, label in zip(pixels, data.train.labels, strict=True):
        assert (x == x[0]).all()
        assert x[0, 2] == label
        assert (x[0, 1] * 255 >= 99) == label
    assert data.title == "pets"
    assert load(data.reference, decode=decode).content_hash == data.content_hash


def test_train_and_test(folder, tmp_path):
    (tmp_path / "all").mkdir()
    os.rename(folder, tmp_path / "all" / "train")
    for name in ("cats", "dogs"):
        image(tmp_path / "all" / "test" / name / "a.bmp", "6 5 7 7 7")
    data = load(tmp_path / "all", decode=decode)
    assert (len(data.train), len(data.test)) == (20, 2)
    np.testing.assert_allclose(data.test.x * 255, 7, rtol=1e-6)


def test_gray_images_have_one_number_for_each_pixel(tmp_path):
    for i, name in enumerate("abab"):
        image(tmp_path / name / f"{i}.png", f"4 4 {i} {i} {i}")
    assert load(tmp_path, decode=decode).image_shape == (4, 4)


def test_all_get_one_size(folder):
    image(folder / "dogs" / "large.png", "600 500 0 100 255")
    found = understand(folder, decode=decode)
    assert found.dataset.image_shape == (6, 5, 3)
    assert "Images scaled to 6×5: 1." in found.notes
    image(folder / "cats" / "0.png", "600 500 0 100 255")
    assert understand(folder, decode=decode).dataset.image_shape == (32, 32, 3)
    assert understand(f"{folder}?side=8", decode=decode).dataset.image_shape == (8, 8, 3)
    with pytest.raises(DataError, match="side must be a whole number from 4 to 128"):
        understand(f"{folder}?side=999", decode=decode)


def test_recognized(folder, tmp_path):
    assert is_folder(folder)
    assert is_own(folder)
    assert is_folder(tmp_path)  # as train and test would be
    assert not is_folder(folder / "cats")
    assert not is_folder(tmp_path / "none")


def test_progress_and_cancel(folder):
    calls = []
    understand(folder, lambda *call: calls.append(call), decode=decode)
    assert calls == [(i + 1, 20) for i in range(20)]
    with pytest.raises(Cancelled):
        understand(folder, cancelled=lambda: len(calls) > 3, decode=decode)


class TestBad:
    def refused(self, folder, *words):
        with pytest.raises((DataError, FileError)) as caught:
            understand_folder(folder, {}, decode)
        sentence = str(caught.value)
        assert all(word in sentence for word in words)
        assert sentence.isprintable()

    def test_no_image(self, folder):
        image(folder / "dogs" / "bad.png", "oops")
        self.refused(folder, str(folder / "dogs" / "bad.png"), "is no image, or damaged: it has no numbers.")

    def test_a_folder_called_like_an_image(self, folder):
        (folder / "dogs" / "bad.png").mkdir()
        self.refused(folder, "bad.png", "is a folder, not a file")

    def test_one_class(self, folder):
        os.rename(folder / "dogs", folder / ".dogs")
        self.refused(folder, "for each class, at least two; there are 1")

    def test_a_folder_of_all_sorts_of_things(self, folder):
        """Here and there an image does not make classes of whatever folders lie in a place."""
        for i, name in enumerate(("mail", "music", "programs")):
            image(folder / name / "cover.png", "6 5 1 2 3")
            for k in range(3):
                image(folder / name / f"{k}.txt", "no image")
            if i == 0:  # one among many may be there, with whatever images it holds
                assert understand(folder, decode=decode).dataset.classes == ("cats", "dogs", "mail")
        self.refused(folder, "does not look like one of images: 3 of the folders in it hold something else")

    def test_notes_beside_the_images_are_no_reason(self, folder):
        for name in ("cats", "dogs"):
            for i in range(10):
                image(folder / name / f"{i}.txt", "0 0.5 0.5 1 1")
                image(folder / name / f"{i}.xml", "<box/>")
        assert understand(folder, decode=decode).dataset.classes == ("cats", "dogs")

    def test_no_folder(self, tmp_path):
        self.refused(tmp_path / "none", "There is no folder", str(tmp_path / "none"))

    def test_too_many_pixels(self, folder, monkeypatch):
        monkeypatch.setattr("nnviz.data.folder.MOST_VALUES", 1000)
        self.refused(folder, "take 1,800 bytes, more than 1,000 bytes: choose a smaller side")

    def test_no_decoder(self, folder):
        with pytest.raises(DataError, match="nothing here can decode them"):
            load(folder)

    def test_options(self, folder):
        with pytest.raises(DataError, match="cannot be chosen by 'label'"):
            load(f"{folder}?label=x", decode=decode)
