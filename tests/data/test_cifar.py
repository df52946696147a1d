import gzip
import io
import os
import random
import tarfile
import time
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from folders import idx_folder
from mutants import damaged, survive

from nnviz.data import is_cifar, is_idx
from nnviz.data import load as load_data
from nnviz.data.cifar import CLASSES, RECORD, TEST, TRAIN, archive_in, is_archive, is_folder, load_cifar
from nnviz.data.sample import quick_sample
from nnviz.errors import Cancelled, FileError

REAL = Path(os.environ.get("NNVIZ_DATA", "")) / "cifar10" / "cifar-10-binary.tar.gz"
PLANE = np.arange(1024, dtype=np.uint8).tobytes()


def record(label, red=0, green=0, blue=0):
    return bytes([label]) + bytes([red]) * 1024 + bytes([green]) * 1024 + bytes([blue]) * 1024


FILES = {name: record(i) + record(i + 5, 255, 51, i) for i, name in enumerate(TRAIN)} | {
    TEST: record(9, 0, 0, 255) + record(8, 102) + b"\7" + PLANE + PLANE[::-1] + PLANE
}


def archive(files=FILES, folder="cifar-10-batches-bin/", mode="w:gz", form=tarfile.USTAR_FORMAT):
    """Write an archive with Python's own writer."""
    out = io.BytesIO()
    with tarfile.open(
        fileobj=out, mode=mode, format=form, **({"compresslevel": 1} if "gz" in mode else {})
    ) as tar:
        for name, content in files.items():
            info = tarfile.TarInfo(folder + name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return out.getvalue()


@pytest.fixture
def load(tmp_path):
    def load(content, name="cifar-10-binary.tar.gz", **settings):
        path = tmp_path / name
        path.write_bytes(content)
        return load_cifar(path, **settings)

    return load


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "cifar-10-batches-bin"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder


def check(data):
    assert (len(data.train), len(data.test)) == (10, 3)
    assert data.image_shape == (32, 32, 3)
    assert data.classes == CLASSES
    assert data.train.labels.tolist() == [0, 5, 1, 6, 2, 7, 3, 8, 4, 9]
    pixels = data.train.x.reshape(-1, 32, 32, 3)
    assert not pixels[0].any()
    np.testing.assert_array_equal(pixels[9, 31, 0], np.float32([255, 51, 4]) / np.float32(255))
    last = data.test.x[2].reshape(32, 32, 3) * 255
    plane = np.arange(1024, dtype=np.uint8).reshape(32, 32)
    np.testing.assert_allclose(last[:, :, 0], plane, atol=1e-4)
    np.testing.assert_allclose(last[:, :, 1], plane[::-1, ::-1], atol=1e-4)


class TestReading:
    @pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
    @pytest.mark.parametrize("mode", ["w:gz", "w"])
    def test_an_archive(self, load, tmp_path, mode, form):
        check(load(archive(mode=mode, form=form)))
        assert os.listdir(tmp_path) == ["cifar-10-binary.tar.gz"]

    def test_a_folder(self, folder):
        check(load_cifar(folder))

    def test_both_are_the_same(self, load, folder):
        assert load(archive()).content_hash == load_cifar(folder).content_hash

    def test_other_files_are_passed_over(self, load):
        others = {"readme.html": b"hello", "batches.meta.txt": b"airplane\n" * 10}
        check(load(archive(others | FILES | {"behind": bytes(10_000)})))
        check(load(archive(FILES, folder="./")))

    def test_what_it_is_called(self, load, tmp_path):
        data = load(archive())
        assert data.title == "CIFAR-10, 10 + 3 images"
        assert data.reference == str(tmp_path / "cifar-10-binary.tar.gz")
        assert data.input_name(3 * 33 + 2) == "pixel row 1, column 1, blue"

    def test_progress_and_cancel(self, load, folder):
        calls = []
        size = len(archive())
        load(archive(), progress=lambda *call: calls.append(call))
        assert calls[-1] == (size, size)
        calls.clear()
        load_cifar(folder, lambda *call: calls.append(call))
        assert calls[-1] == (13 * RECORD, 13 * RECORD)
        assert [done for done, _ in calls] == sorted(done for done, _ in calls)
        for place in (folder, folder.parent / "cifar-10-binary.tar.gz"):
            with pytest.raises(Cancelled):
                load_cifar(place, cancelled=lambda: True)

    def test_recognized(self, folder, tmp_path):
        assert is_archive("a/cifar-10-binary.tar.gz")
        assert is_archive(Path("B.TGZ"))
        assert not is_archive("a.csv")
        assert is_folder(folder)
        assert not is_folder(tmp_path)

    def test_a_folder_that_the_archive_lies_in(self, load, tmp_path):
        path = tmp_path / "cifar-10-binary.tar.gz"
        load(archive())
        (tmp_path / "cifar-10-a-python.tar.gz").write_bytes(b"the other version")
        data = load_data(str(tmp_path))
        check(data)
        assert data.reference == str(path)
        assert len(quick_sample(str(tmp_path)).images) == 2  # of the first batch alone
        idx_folder(tmp_path)
        assert load_data(str(tmp_path)).image_shape == (4, 4)  # what it was taken for before

    @pytest.mark.parametrize(
        ("name", "is_it"),
        [("CIFAR10.tgz", True), ("cifar-100-binary.tar.gz", False), ("cifar-10.zip", False)],
    )
    def test_the_archive_is_known_by_its_name(self, tmp_path, name, is_it):
        assert archive_in(tmp_path / "none") is None
        (tmp_path / name).touch()
        assert archive_in(tmp_path) == (tmp_path / name if is_it else None)
        assert is_cifar(tmp_path) == is_it
        assert is_idx(tmp_path) != is_it


class TestBad:
    def refused(self, load, content, words):
        with pytest.raises(FileError) as caught:
            load(content)
        sentence = str(caught.value)
        assert words in sentence
        assert "cifar-10-binary.tar.gz" in sentence
        assert sentence.isprintable()

    @pytest.mark.parametrize("names", [["data_batch_1", "test_batch", "batches.meta"], ["test_batch"]])
    def test_the_pickled_version(self, load, tmp_path, names):
        self.refused(
            load, archive(dict.fromkeys(names, b"\x80\x02}.")), "which is pickled: opening it could run"
        )
        for name in names:
            (tmp_path / name).write_bytes(b"\x80\x02}.")
        assert is_folder(tmp_path)
        with pytest.raises(FileError, match=r"get the binary version, cifar-10-binary\.tar\.gz"):
            load_cifar(tmp_path)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "is empty"),
            (b"\x89PNG" + bytes(600), "is no tar archive, or damaged"),
            (b"few", "ends within a block"),
            (bytes(1024), "no tar archive, or one without files"),
            (gzip.compress(b"", mtime=0), "no tar archive, or one without files"),
            (archive()[:-9], "is cut short"),
            (
                archive(mode="w")[: 512 + 2 * RECORD - 5],
                "is cut short within 'cifar-10-",
            ),
            (archive(mode="w")[: 512 * 14], "is cut short"),
            (archive({"readme": b"hi"}), "it lacks data_batch_1.bin"),
            (archive(FILES | {TEST: b"\0" * 5}), "in its test_batch.bin: there are 5 bytes"),
            (archive(FILES | {TEST: b""}), "there are 0 bytes"),
            (
                archive(FILES | {TEST: record(10)}),
                "in its test_batch.bin: image 0 is of class 10, and not 0 to 9",
            ),
        ],
    )
    def test_damaged(self, load, content, words):
        self.refused(load, content, words)

    def test_a_folder_that_lacks_one(self, folder):
        (folder / TEST).unlink()
        with pytest.raises(FileError, match=r"it lacks test_batch\.bin\."):
            load_cifar(folder)
        (folder / TEST).mkdir()
        with pytest.raises(FileError, match="is a folder, not a file"):
            load_cifar(folder)

    def test_no_file(self, tmp_path):
        with pytest.raises(FileError, match="There is no file"):
            load_cifar(tmp_path / "a.tar.gz")

    @pytest.mark.parametrize("name", ["zeros", TEST])
    def test_bombs(self, load, name):
        """A header that promises 8 GB, zeros packed a thousandfold behind it."""
        info = tarfile.TarInfo(name)
        info.size = 8 * 10**9 - 8 * 10**9 % RECORD
        packer = zlib.compressobj(9, wbits=31)
        parts = [packer.compress(info.tobuf())] + [packer.compress(bytes(2**20)) for _ in range(100)]
        bomb = b"".join([*parts, packer.flush()])
        tracemalloc.start()
        start = time.process_time()
        with pytest.raises(FileError):
            load(bomb)
        assert time.process_time() - start < 2
        assert tracemalloc.get_traced_memory()[1] < 10e6
        tracemalloc.stop()


def contents(rng):
    plain = archive(mode="w")
    way = rng.randrange(3)
    if way == 0:
        return plain
    return gzip.compress(damaged(plain, rng) if way == 1 else plain, 1)


EVIL = (b"77777777777", b"\0\0\0\0", b"\x1f\x8b\x08", b"ustar", b"\xff" * 12)


def test_damaged_archives(tmp_path):
    assert 0 < survive(tmp_path / "a.tar.gz", contents, load_cifar, 60, EVIL) < 60


@pytest.mark.slow
def test_ten_thousand_damaged_archives(tmp_path):
    assert 0 < survive(tmp_path / "a.tar.gz", contents, load_cifar, 10_000, EVIL, seed=1) < 10_000


@pytest.mark.skipif(not REAL.is_file(), reason="needs CIFAR-10 in $NNVIZ_DATA/cifar10")
def test_the_real_one_agrees_with_another_reader():
    data = load_cifar(REAL)
    assert (len(data.train), len(data.test)) == (2000, 500)
    assert np.bincount(data.train.labels).tolist() == [200] * 10
    with tarfile.open(REAL) as tar:
        (name,) = (name for name in tar.getnames() if name.endswith(TEST))
        raw = np.frombuffer(tar.extractfile(name).read(), np.uint8).reshape(-1, RECORD)
    chance = random.Random(0)
    for _ in range(50):
        i, channel, row, column = (chance.randrange(n) for n in (500, 3, 32, 32))
        value = raw[i, 1 + 1024 * channel + 32 * row + column]
        assert round(float(data.test.x[i].reshape(32, 32, 3)[row, column, channel]) * 255) == value
