"""A few examples of a data set: the right ones, and no more than it takes."""

import tarfile
import tracemalloc

import numpy as np
import pytest
from folders import idx_folder

from nnviz.data import SOURCES, cifar, load, sample
from nnviz.data.drawings import Drawing
from nnviz.data.facts import Facts
from nnviz.data.places import drawings_file
from nnviz.data.plane import Plane
from nnviz.data.sample import is_quick, quick_sample, sample_of
from nnviz.data.strokes import Dab
from nnviz.errors import Cancelled, FileError
from nnviz.files.drawings import write_drawings


def test_images_are_the_first_of_the_training_part(digits):
    found = sample_of(digits)
    np.testing.assert_array_equal(found.images.reshape(24, -1), digits.train.x[:24])
    assert found.labels.tolist() == digits.train.labels[:24].tolist()
    assert found.facts == Facts(784, 10, tuple("0123456789"), (28, 28), 1500, 297)


def test_points_are_themselves_whatever_the_network_is_given():
    given = Plane("moons", 50, features=("xy",))
    found = sample_of(load(given.reference))
    points, labels = given.points()
    train = given.parts()[0]
    np.testing.assert_array_equal(found.points, points[train])
    assert found.labels.tolist() == labels[train].tolist()
    assert found.one_scale
    assert found.facts.n_inputs == 1


def test_a_curve_is_its_input_beside_the_value():
    data = load("sine")
    found = sample_of(data)
    np.testing.assert_allclose(found.points[:, 0], data.train.x[:, 0])
    np.testing.assert_allclose(found.points[:, 1], data.train.targets[:, 0])
    assert found.labels is None


def test_everything_that_comes_with_the_program_is_quick():
    for name in SOURCES:
        assert is_quick(name)
        found = quick_sample(name)
        assert (found.images is None) != (found.points is None)
    assert is_quick("circles?noise=0.3")
    assert not is_quick("mnist")


def test_of_a_folder_of_idx_files_the_smaller_part(tmp_path):
    data = load(idx_folder(tmp_path / "images"))
    found = quick_sample(str(tmp_path / "images"))
    np.testing.assert_allclose(found.images.reshape(10, -1), data.test.x, rtol=1e-6)


def test_of_an_archive_only_the_beginning_is_read(tmp_path):
    records = np.random.default_rng(0).integers(0, 256, (9000, cifar.RECORD), np.uint8)
    records[:, 0] = np.arange(9000) % 10
    (tmp_path / "data_batch_1.bin").write_bytes(records.tobytes())
    with tarfile.open(tmp_path / "cifar.tar.gz", "w:gz", compresslevel=0) as tar:
        tar.add(tmp_path / "data_batch_1.bin", "cifar-10-batches-bin/data_batch_1.bin")
    expected = records[:24, 1:].reshape(24, 3, 32, 32).transpose(0, 2, 3, 1)
    tracemalloc.start()
    found = quick_sample(str(tmp_path / "cifar.tar.gz"))
    assert tracemalloc.get_traced_memory()[1] < 3e6
    tracemalloc.stop()
    np.testing.assert_allclose(found.images * 255, expected, atol=1e-3)
    of_folder = quick_sample(str(tmp_path))
    np.testing.assert_array_equal(of_folder.images, found.images)
    (tmp_path / "data_batch_1.bin").write_bytes(b"")
    with pytest.raises(FileError, match="holds no images"):
        quick_sample(str(tmp_path))


def test_of_a_folder_of_images_one_of_each_class_in_turn(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
        for i in range(30):
            (tmp_path / name / f"{i}.png").write_text(f"{i + 100 * (name == 'b')}")
    decoded = []

    def decode(content, size):
        decoded.append(int(content))
        return np.full((4, 4, 3), int(content), np.uint8), (4, 4)

    found = quick_sample(str(tmp_path), decode=decode)
    assert found.images.shape == (24, 4, 4, 3)
    assert len(decoded) == 25  # the first one twice, for its size
    assert np.rint(found.images[:4, 0, 0, 0] * 255).tolist() == [0, 100, 1, 101]
    assert quick_sample(str(tmp_path)) is None


def test_a_small_table_is_read_and_a_large_one_is_not(tmp_path, monkeypatch):
    path = tmp_path / "a.csv"
    path.write_text("x,y,label\n" + "".join(f"{i},{-i},{i % 2}\n" for i in range(20)))
    found = quick_sample(str(path))
    assert found.points.shape == (16, 2)
    assert not found.one_scale
    with pytest.raises(Cancelled):
        quick_sample(str(path), lambda: True)
    monkeypatch.setattr(sample, "MOST_BYTES", 50)
    assert quick_sample(str(path)) is None


class TestDrawings:
    @pytest.fixture(autouse=True)
    def own_file(self):
        drawings_file().unlink(missing_ok=True)
        yield
        drawings_file().unlink(missing_ok=True)

    def test_none(self):
        assert quick_sample("drawings") is None

    def test_they_are_a_data_set_of_their_own(self):
        drawn = tuple(
            Drawing(((Dab(100, 40 + 9 * i, 16), Dab(180, 240, 16)),), label)
            for i, label in enumerate((1, 7, 7, 4, 9))
        )
        write_drawings(drawings_file(), drawn)
        data = load("drawings")
        assert (len(data.train), len(data.test)) == (4, 1)
        assert data.classes == tuple("0123456789")
        assert sorted([*data.train.labels, *data.test.labels]) == [1, 4, 7, 7, 9]
        assert data.reference == "drawings"
        found = quick_sample("drawings")
        assert found.images.shape == (5, 28, 28)
        assert found.facts == Facts.of(data)
        rows = {row.tobytes() for row in found.images.reshape(5, -1)}
        assert rows == {row.tobytes() for row in np.concatenate([data.train.x, data.test.x])}
