import gzip
import os
import random
import struct
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pooch
import pytest

from nnviz import data
from nnviz.data import idx, known, load, load_folder, reading
from nnviz.data.mnist import ROLES, find_files, load_mnist
from nnviz.data.places import cache_folder, mnist_places
from nnviz.errors import Cancelled, DataError, FileError, NnvizError

MNIST = Path(os.environ.get("NNVIZ_DATA", "")) / "mnist"

TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS = ROLES.values()
TRAIN_PIXELS = bytes(i % 256 for i in range(12 * 3 * 5))
TEST_PIXELS = bytes(255 - i for i in range(4 * 3 * 5))


def images_file(n, rows, columns, pixels):
    return struct.pack(">2x2B3I", 8, 3, n, rows, columns) + pixels


def labels_file(labels):
    return struct.pack(">2x2BI", 8, 1, len(labels)) + bytes(labels)


CONTENTS = {
    TRAIN_IMAGES: images_file(12, 3, 5, TRAIN_PIXELS),
    TRAIN_LABELS: labels_file([*range(10), 3, 3]),
    TEST_IMAGES: images_file(4, 3, 5, TEST_PIXELS),
    TEST_LABELS: labels_file([7, 2, 1, 0]),
}


def write_folder(folder, changes=None, rename=lambda name: name, pack=bytes):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (CONTENTS | (changes or {})).items():
        (folder / rename(name)).write_bytes(pack(content))
    return folder


@pytest.fixture
def folder(tmp_path):
    return write_folder(tmp_path / "small")


def sentence_about(folder):
    with pytest.raises((DataError, FileError)) as caught:
        load_folder(folder)
    assert str(caught.value).isprintable()
    return str(caught.value)


class TestLoadFolder:
    def test_shapes(self, folder):
        small = load_folder(folder)
        assert (len(small.train), len(small.test)) == (12, 4)
        assert (small.n_inputs, small.n_outputs) == (15, 10)
        assert small.image_shape == (3, 5)
        assert small.classes == tuple("0123456789")

    def test_words(self, folder):
        small = load_folder(folder)
        assert small.name == "small"
        assert small.title == "small, 12 + 4 images"
        assert small.source == f"IDX files in {folder}"
        assert small.reference == str(folder)

    def test_numbers(self, folder):
        small = load_folder(folder)
        for split, pixels in ((small.train, TRAIN_PIXELS), (small.test, TEST_PIXELS)):
            expected = np.frombuffer(pixels, np.uint8).reshape(-1, 15) / np.float32(255)
            np.testing.assert_array_equal(split.x, expected)
            assert (split.inputs[:, -1] == 1).all()
            assert split.inputs.dtype == np.float32
            assert split.inputs.flags.c_contiguous
            assert not split.inputs.flags.writeable
        assert small.train.labels.tolist() == [*range(10), 3, 3]
        assert small.test.targets.argmax(axis=1).tolist() == [7, 2, 1, 0]

    @pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
    @pytest.mark.parametrize(
        "rename",
        [
            lambda name: name,
            lambda name: f"{name}.gz",
            lambda name: name.replace("-idx", ".idx"),
            lambda name: name.replace("-idx", ".idx") + ".gz",
            lambda name: "emnist-letters-" + name.replace("t10k", "test"),
            str.upper,
        ],
    )
    def test_knows_the_usual_names(self, tmp_path, folder, rename, pack):
        other = write_folder(tmp_path / "other", rename=rename, pack=pack)
        assert load_folder(other).content_hash == load_folder(folder).content_hash

    def test_other_files_do_not_matter(self, folder):
        for name in (
            "README",
            "._train-images-idx3-ubyte",
            "train-images-idx3-ubyte.bak",
            "x-" + TEST_IMAGES,
        ):
            (folder / name).write_bytes(b"foreign")
        (folder / "train-images.idx3-ubyte").mkdir()
        assert len(load_folder(folder).train) == 12

    def test_a_plain_file_comes_before_a_packed_one(self, folder):
        (folder / f"{TRAIN_IMAGES}.gz").write_bytes(b"half a download")
        assert len(load_folder(folder).train) == 12

    def test_a_file_comes_before_a_folder_of_the_same_name(self, folder):
        """One archive of MNIST in wide use holds both."""
        (folder / TRAIN_IMAGES).rename(folder / "train-images.idx3-ubyte")
        (folder / TRAIN_IMAGES).mkdir()
        assert len(load_folder(folder).train) == 12

    def test_may_have_more_than_ten_classes(self, tmp_path):
        changes = {TRAIN_LABELS: labels_file([*range(11), 61]), TEST_LABELS: labels_file([61, 0, 30, 5])}
        letters = load_folder(write_folder(tmp_path, changes))
        assert letters.n_outputs == 62
        assert letters.classes[-1] == "61"

    def test_has_at_least_ten_classes(self, tmp_path):
        changes = {TRAIN_LABELS: labels_file([0, 1] * 6), TEST_LABELS: labels_file([1, 0, 1, 2])}
        assert load_folder(write_folder(tmp_path, changes)).n_outputs == 10

    def test_a_relative_folder_has_an_absolute_reference(self, folder, monkeypatch):
        monkeypatch.chdir(folder)
        here = load_folder(".")
        assert (here.name, here.reference) == ("small", str(folder))

    def test_home_is_understood(self, folder, monkeypatch):
        for variable in ("HOME", "USERPROFILE"):
            monkeypatch.setenv(variable, str(folder.parent))
        assert load_folder("~/small").reference == str(folder)

    def test_memory_stays_near_the_numbers_themselves(self, tmp_path):
        n = 4000
        changes = {
            TRAIN_IMAGES: images_file(n, 28, 28, os.urandom(n * 784)),
            TRAIN_LABELS: labels_file([i % 10 for i in range(n)]),
            TEST_IMAGES: images_file(1, 28, 28, bytes(784)),
            TEST_LABELS: labels_file([1]),
        }
        folder = write_folder(tmp_path, changes, pack=gzip.compress)
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            load_folder(folder)
            peak = tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()
        assert peak < 1.15 * n * (4 * 785 + 784)


class TestFlaws:
    def test_no_folder(self, tmp_path):
        assert sentence_about(tmp_path / "nowhere") == f"There is no folder '{tmp_path / 'nowhere'}'."

    def test_a_file(self, folder):
        path = folder / TRAIN_IMAGES
        assert sentence_about(path) == f"'{path}' is a file; give the folder that holds all four IDX files."

    @pytest.mark.parametrize(
        ("error", "rest"),
        [
            (PermissionError(13, "Permission denied"), "may not be read: permission denied."),
            (OSError(5, "Input/output error"), "cannot be read: Input/output error."),
        ],
    )
    def test_a_folder_that_may_not_be_read(self, folder, monkeypatch, error, rest):
        def refuse(_):
            raise error

        monkeypatch.setattr(os, "listdir", refuse)
        assert sentence_about(folder) == f"The folder '{folder}' {rest}"

    @pytest.mark.parametrize("mode", [0o000, 0o400])
    def test_no_permission(self, folder, mode):
        folder.chmod(mode)
        try:
            if os.access(folder, os.X_OK):
                pytest.skip("this user may read everything")
            assert "may not be read: permission denied" in sentence_about(folder)
        finally:
            folder.chmod(0o700)

    def test_a_name_no_system_takes(self):
        assert "cannot be read: embedded null byte" in sentence_about("a\0b")

    def test_nothing_there(self, tmp_path):
        assert sentence_about(tmp_path) == (
            f"The folder '{tmp_path}' holds no data that are known here: neither IDX files "
            "(train-images-idx3-ubyte …), nor those of CIFAR-10, nor a folder of images for each class."
        )

    @pytest.mark.parametrize("name", CONTENTS)
    def test_one_missing(self, folder, name):
        (folder / name).unlink()
        assert sentence_about(folder) == f"The folder '{folder}' lacks {name} (with or without .gz)."

    def test_several_data_sets(self, tmp_path):
        for prefix in ("emnist-letters-", "emnist-digits-"):
            write_folder(tmp_path, rename=prefix.__add__)
        assert sentence_about(tmp_path) == (
            f"The folder '{tmp_path}' holds several data sets (emnist-digits, emnist-letters): "
            "give each its own folder."
        )

    def test_a_folder_where_a_file_should_be(self, folder):
        (folder / TEST_LABELS).unlink()
        (folder / TEST_LABELS).mkdir()
        assert sentence_about(folder) == f"'{folder / TEST_LABELS}' is a folder, not a file."

    def test_a_damaged_file_is_named(self, tmp_path):
        folder = write_folder(tmp_path, {TEST_IMAGES: CONTENTS[TEST_IMAGES][:-1]})
        assert sentence_about(folder).startswith(f"The file '{folder / TEST_IMAGES}' is cut short")

    def test_more_labels_than_images(self, tmp_path):
        folder = write_folder(tmp_path, {TRAIN_LABELS: labels_file([1] * 13)})
        assert sentence_about(folder) == (
            f"The file '{folder / TRAIN_LABELS}' has 13 labels, but {TRAIN_IMAGES} has 12 images."
        )

    def test_more_test_images_than_labels(self, tmp_path):
        folder = write_folder(tmp_path, {TEST_LABELS: labels_file([1, 2])})
        assert sentence_about(folder) == (
            f"The file '{folder / TEST_LABELS}' has 2 labels, but {TEST_IMAGES} has 4 images."
        )

    def test_images_of_another_size(self, tmp_path):
        folder = write_folder(tmp_path, {TEST_IMAGES: images_file(4, 5, 3, TEST_PIXELS)})
        assert sentence_about(folder) == (
            f"The images in '{folder / TEST_IMAGES}' have 5 × 3 pixels, "
            f"but those in {TRAIN_IMAGES} have 3 × 5."
        )

    @pytest.mark.parametrize(("train", "top"), [([1] * 12, 9), ([25] * 12, 25)])
    def test_a_class_that_training_does_not_have(self, tmp_path, train, top):
        changes = {TRAIN_LABELS: labels_file(train), TEST_LABELS: labels_file([0, 1, 37, 38])}
        folder = write_folder(tmp_path, changes)
        assert sentence_about(folder) == (
            f"The label of example 2 in '{folder / TEST_LABELS}' is 37, "
            f"but the classes in {TRAIN_LABELS} are 0 to {top}."
        )

    def test_labels_for_images(self, tmp_path):
        folder = write_folder(tmp_path, {TRAIN_IMAGES: CONTENTS[TRAIN_LABELS]})
        assert sentence_about(folder) == (
            f"The file '{folder / TRAIN_IMAGES}' does not hold images, which are number × rows × columns of "
            "unsigned bytes, but 12 values of the type uint8."
        )

    def test_images_for_labels(self, tmp_path):
        folder = write_folder(tmp_path, {TEST_LABELS: CONTENTS[TEST_IMAGES]})
        assert sentence_about(folder) == (
            f"The file '{folder / TEST_LABELS}' does not hold labels, which are one list of unsigned bytes, "
            "but 4 × 3 × 5 values of the type uint8."
        )

    def test_labels_of_another_type(self, tmp_path):
        shorts = struct.pack(">2x2BI4h", 0x0B, 1, 4, 1, 2, 3, 4)
        folder = write_folder(tmp_path, {TEST_LABELS: shorts})
        assert sentence_about(folder).endswith("but 4 values of the type int16.")

    def test_no_memory_for_the_numbers(self, folder, monkeypatch):
        def no_memory(*_, **__):
            raise MemoryError

        monkeypatch.setattr("nnviz.data.mnist.make_split", no_memory)
        assert sentence_about(folder) == (f"The images in '{folder}' do not fit into this computer's memory.")


class TestProgress:
    def test_runs_once_over_all_files(self, folder, monkeypatch):
        monkeypatch.setattr(reading, "CHUNK", 16)
        calls = []
        load_folder(folder, progress=lambda *call: calls.append(call))
        done = [call[0] for call in calls]
        total = sum(len(content) for content in CONTENTS.values())
        assert done == sorted(done)
        assert calls[-1] == (total, total)
        assert {call[1] for call in calls} == {total}

    @pytest.mark.parametrize("patience", [0, 2, 20])
    def test_cancel_leaves_nothing_behind(self, folder, monkeypatch, patience):
        monkeypatch.setattr(reading, "CHUNK", 8)
        opened, original = [], Path.open
        monkeypatch.setattr(Path, "open", lambda *a, **k: opened.append(original(*a, **k)) or opened[-1])
        asked = iter([False] * patience + [True])
        with pytest.raises(Cancelled):
            load_folder(folder, cancelled=lambda: next(asked))
        assert all(file.closed for file in opened)
        assert sorted(os.listdir(folder)) == sorted(CONTENTS)


class TestPlaces:
    @pytest.fixture
    def cache(self, tmp_path, monkeypatch):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        monkeypatch.delenv("NNVIZ_DATA", raising=False)
        return tmp_path / "cache" / "nnviz"

    def test_cache_is_pooch_s(self, cache):
        assert cache_folder() == cache == Path(pooch.os_cache("nnviz"))
        assert not cache.exists()

    def test_the_variable_comes_first(self, cache, tmp_path, monkeypatch):
        assert mnist_places() == (cache / "mnist",)
        monkeypatch.setenv("NNVIZ_DATA", str(tmp_path / "data"))
        assert mnist_places() == (tmp_path / "data" / "mnist", cache / "mnist")

    def test_an_empty_variable_is_none(self, cache, monkeypatch):
        monkeypatch.setenv("NNVIZ_DATA", "")
        assert mnist_places() == (cache / "mnist",)

    def test_loads_from_the_cache(self, cache):
        write_folder(cache / "mnist")
        mnist = load("mnist")
        assert (mnist.name, mnist.reference) == ("mnist", "mnist")
        assert mnist.title == "MNIST, 12 + 4 images"
        assert mnist.source == (
            f"MNIST by Y. LeCun, C. Cortes and C. J. C. Burges; IDX files in {cache / 'mnist'}"
        )

    def test_loads_from_the_variable_first(self, cache, tmp_path, monkeypatch):
        write_folder(cache / "mnist", {TEST_LABELS: b"damaged"})
        write_folder(tmp_path / "data" / "mnist")
        monkeypatch.setenv("NNVIZ_DATA", str(tmp_path / "data"))
        assert str(tmp_path / "data") in load_mnist().source

    def test_the_variable_may_name_a_folder_without_mnist(self, cache, tmp_path, monkeypatch):
        write_folder(cache / "mnist")
        monkeypatch.setenv("NNVIZ_DATA", str(tmp_path))
        assert str(cache) in load_mnist().source

    def test_says_where_it_looked_and_what_to_do(self, cache, tmp_path, monkeypatch):
        monkeypatch.setenv("NNVIZ_DATA", str(tmp_path / "data"))
        with pytest.raises(FileError) as caught:
            load("mnist")
        assert str(caught.value) == (
            f"MNIST was looked for, but there is no folder '{tmp_path / 'data' / 'mnist'}' or "
            f"'{cache / 'mnist'}': put its four files (train-images-idx3-ubyte.gz and so on) there, "
            "open the folder that holds them, or download them with nnviz get mnist."
        )


class TestLoad:
    def test_knows_its_names(self):
        assert known() == (*data.SOURCES, "mnist", "drawings")

    @pytest.mark.parametrize("kind", [str, Path])
    def test_takes_a_folder(self, folder, kind):
        assert load(kind(folder)).reference == str(folder)

    def test_takes_a_folder_beside_us(self, folder, monkeypatch):
        monkeypatch.chdir(folder.parent)
        assert load("small").reference == str(folder)
        assert load("./small").reference == str(folder)

    def test_hands_on_progress_and_cancel(self, folder):
        calls = []
        load(folder, lambda *call: calls.append(call), lambda: False)
        assert calls
        with pytest.raises(Cancelled):
            load(folder, cancelled=lambda: True)

    @pytest.mark.parametrize("name", ["digits", "digits8"])
    def test_a_reference_finds_a_built_in_set_again(self, name):
        assert load(name).reference == name
        assert load(load(name).reference) is load(name)

    def test_a_reference_finds_a_folder_again(self, folder):
        small = load(folder)
        assert load(small.reference).content_hash == small.content_hash

    @pytest.mark.parametrize(
        ("name", "meant"), [("mnits", " (did you mean “mnist”?)"), ("", ""), ("a\nb", "")]
    )
    def test_an_unknown_name(self, name, meant):
        with pytest.raises(DataError) as caught:
            load(name)
        assert str(caught.value) == (
            f"There is no data set {name!r}{meant}; known are {', '.join(known())}, files and folders."
        )

    def test_a_path_that_leads_nowhere(self, tmp_path):
        with pytest.raises(FileError, match="There is no folder"):
            load(str(tmp_path / "nowhere"))


# Mutated folders: the content on the disk, and what it unpacks to


def mutant(seed):
    rng = random.Random(seed)
    name = rng.choice(list(CONTENTS))
    content = bytearray(CONTENTS[name])
    packed = rng.random() < 0.3
    if packed and rng.random() < 0.5:
        content = bytearray(gzip.compress(content, mtime=0))
        packed = False
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(content)) if content else 0
        way = rng.randrange(5)
        if way == 0:
            del content[at:]
        elif way == 1:
            content[at:at] = rng.randbytes(rng.choice([1, 4, 100]))
        elif way == 2:
            content[4 * rng.randint(0, 3) :][:4] = rng.randbytes(4)
            content[4:8] = struct.pack(">I", rng.choice([0, 3, 4, 12, 2**32 - 1]))
        else:
            content[at : at + 1] = rng.randbytes(1)
    return name, gzip.compress(content) if packed else bytes(content)


def load_mutants(folder, seeds):
    write_folder(folder)
    loaded, longest, most, sentences = 0, 0.0, 0, []
    tracemalloc.start()
    try:
        for seed in seeds:
            name, content = mutant(seed)
            (folder / name).write_bytes(content)
            tracemalloc.reset_peak()
            start = time.perf_counter()
            try:
                loaded += len(load_folder(folder).train) == 12
            except NnvizError as error:
                sentences.append(str(error))
            longest = max(longest, time.perf_counter() - start)
            most = max(most, tracemalloc.get_traced_memory()[1])
            (folder / name).write_bytes(CONTENTS[name])
    finally:
        tracemalloc.stop()
    assert all(sentence.isprintable() and str(folder) in sentence for sentence in sentences)
    return loaded, longest, most


def check_mutants(folder, n):
    loaded, longest, most = load_mutants(folder, range(n))
    assert 0.01 * n < loaded < 0.9 * n  # both outcomes are exercised
    assert longest < 2
    assert most < 500e6


def test_damaged_folders_end_in_a_data_set_or_our_error(tmp_path):
    check_mutants(tmp_path, 300)


@pytest.mark.slow
def test_ten_thousand_damaged_folders_end_in_a_data_set_or_our_error(tmp_path):
    check_mutants(tmp_path, 10_000)


# The real one


@pytest.mark.skipif(not MNIST.is_dir(), reason="needs MNIST in $NNVIZ_DATA/mnist")
def test_mnist():
    mnist = load("mnist")
    assert (mnist.name, mnist.reference) == ("mnist", "mnist")
    assert mnist.title == "MNIST, 60,000 + 10,000 images"
    assert (mnist.n_inputs, mnist.n_outputs, mnist.image_shape) == (784, 10, (28, 28))
    assert mnist.train.inputs.shape == (60000, 785)
    assert mnist.train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert mnist.test.labels[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    pixels = idx.read_idx(find_files(MNIST)["test", "images"]).reshape(10000, 784)
    np.testing.assert_array_equal(mnist.test.x, pixels / np.float32(255))
    assert mnist.train.x.mean() == pytest.approx(0.1307, abs=1e-4)
