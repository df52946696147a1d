import io
import struct
import time
import tracemalloc
import zipfile

import numpy as np
import pytest
from mutants import survive

from nnviz.data import load
from nnviz.data.arrays import understand_arrays
from nnviz.errors import Cancelled, DataError, FileError

CHANCE = np.random.default_rng(0)
IMAGES = CHANCE.integers(0, 256, (30, 5, 6), np.uint8)
COLORS = CHANCE.integers(0, 256, (30, 5, 6, 3), np.uint8)
TABLE = CHANCE.normal(size=(30, 4))
LABELS = np.arange(30) % 3


@pytest.fixture
def save(tmp_path):
    def save(packed=False, **arrays):
        path = tmp_path / "a.npz"
        (np.savez_compressed if packed else np.savez)(path, **arrays)
        return path

    return save


def read(path, **options):
    return understand_arrays(path, options)


def both(data):
    return np.concatenate([data.train.x, data.test.x])


def header(descr="'|u1'", shape="(3, 4)", fortran="False"):
    text = f"{{'descr': {descr}, 'fortran_order': {fortran}, 'shape': {shape}, }}".encode("latin-1")
    return b"\x93NUMPY\x01\0" + struct.pack("<H", len(text)) + text


def archive(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(f"{name}.npy", content)
    return out.getvalue()


class TestReading:
    @pytest.mark.parametrize("packed", [False, True])
    def test_parts_as_keras_names_them(self, save, packed):
        path = save(packed, x_train=IMAGES[:20], y_train=LABELS[:20], x_test=IMAGES[20:], y_test=LABELS[20:])
        data = read(path).dataset
        np.testing.assert_array_equal(data.train.x, IMAGES[:20].reshape(20, 30) / np.float32(255))
        np.testing.assert_array_equal(data.test.x, IMAGES[20:].reshape(10, 30) / np.float32(255))
        assert data.train.labels.tolist() == LABELS[:20].tolist()
        assert data.image_shape == (5, 6)
        assert data.classes == ("0", "1", "2")

    @pytest.mark.parametrize(
        ("names", "label"),
        [(("x", "y"), "y"), (("data", "target"), "target"), (("arr_0", "arr_1"), "arr_1"), (("a", "b"), "b")],
    )
    def test_two_arrays(self, save, names, label):
        found = read(save(**dict(zip(names, (TABLE, LABELS), strict=True))))
        assert (found.label, found.task, found.columns) == (label, "classes", names)
        assert (len(found.dataset.train), len(found.dataset.test)) == (24, 6)
        np.testing.assert_array_equal(np.sort(both(found.dataset), 0), np.sort(TABLE.astype(np.float32), 0))

    def test_which_array_is_learned_can_be_chosen(self, save):
        path = save(x=TABLE, y=LABELS, z=TABLE[:, 0] * 3)
        found = read(path, label="z")
        assert (found.label, found.task, found.dataset.classes) == ("z", "values", None)
        assert load(found.dataset.reference).content_hash == found.dataset.content_hash
        with pytest.raises(DataError, match="there is no array for 'w' but only x, y, z"):
            read(path, label="w")

    @pytest.mark.parametrize("dtype", [np.int64, np.uint8, ">i2", np.float16, np.float64, "<U7", ">U7", bool])
    @pytest.mark.parametrize("order", ["C", "F"])
    def test_types_and_orders(self, save, dtype, order):
        x = np.asarray(np.arange(60).reshape(20, 3) / 8, ">f4", order=order)
        y = (np.arange(20) % 2).astype(dtype)
        data = read(save(x=x, y=y)).dataset
        assert data.classes == ("0", "1")
        np.testing.assert_array_equal(np.sort(both(data), axis=0), np.arange(60).reshape(20, 3) / 8)

    def test_color_gray_and_one_hot(self, save):
        assert read(save(x=COLORS, y=LABELS)).dataset.image_shape == (5, 6, 3)
        assert read(save(x=IMAGES[..., None], y=LABELS[:, None])).dataset.image_shape == (5, 6)
        found = read(save(x=IMAGES / 255, y=np.eye(3)[LABELS]))
        assert found.dataset.classes == ("0", "1", "2")
        assert found.dataset.train.x.max() <= 1

    def test_values(self, save):
        found = read(save(x=TABLE, y=TABLE[:, :2]))
        assert (found.task, found.dataset.n_outputs) == ("values", 2)
        assert read(save(x=TABLE[:, 0], y=TABLE[:, 1])).dataset.n_inputs == 1

    def test_progress_and_cancel(self, save):
        calls = []
        path = save(x=CHANCE.normal(size=(5000, 20)), y=np.arange(5000) % 2)
        understand_arrays(path, {}, lambda *call: calls.append(call))
        assert [done for done, _ in calls] == sorted(done for done, _ in calls)
        assert 0.99 < calls[-1][0] / calls[-1][1] <= 1
        assert len(calls) > 5
        with pytest.raises(Cancelled):
            understand_arrays(path, {}, cancelled=lambda: True)


def y_file():
    out = io.BytesIO()
    np.save(out, np.arange(3))
    return out.getvalue()


class TestBad:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "is empty"),
            (b"hello", "is no NPZ file, or damaged"),
            (archive(), "it has 0 arrays"),
            (archive(x=b"hello"), "is no array of NumPy"),
            (archive(x=header() + bytes(11)), "its 'x.npy' promises 12 bytes, but has not so many"),
            (archive(x=header() + bytes(13)), "promises 12 bytes, but has not so many"),
            (archive(x=header(shape="(2**60,)")), "the header of its 'x.npy' cannot be understood"),
            (archive(x=header(shape="(1073741824, 1073741824)")), "is too large"),
            (archive(x=header(shape="(-1, 5)")), "cannot be understood"),
            (archive(x=header(shape="[3, 4]")), "cannot be understood"),
            (archive(x=header(shape="(3, 4), 'a': __import__('os')")), "cannot be understood"),
            (archive(x=header(shape="(" * 500)), "cannot be understood"),
            (archive(x=header(fortran="2")), "cannot be understood"),
            (archive(x=header("'|O'") + b"\x80\x04."), "is pickled, and opening it could run any program"),
            (archive(x=header("[('a', '|O')]")), "holds neither numbers nor texts"),
            (archive(x=header("'<c16'") + bytes(192)), "holds neither numbers nor texts"),
            (archive(x=header("'<f8'", "(1, 2)") + bytes(8)), "has not so many"),
            (
                archive(x=b"\x93NUMPY\x02\0" + b"\xff" * 4),
                "the header of its 'x.npy' has 4,294,967,295 bytes",
            ),
            (archive(x=header() + bytes(12)), "there is no array for inputs and labels"),
            (
                archive(x=header() + bytes(12), y=header("'<U1'", "(3,)") + b"\xff" * 12),
                "holds texts that are none",
            ),
            (archive(x=header("'<f4'", "(3, 1)") + b"\xff" * 12, y=y_file()), "no finite number"),
            (archive(x=header(shape="(2, 6)") + bytes(12), y=y_file()), "There are 2 examples, but 3 labels"),
            (archive(x=header(shape="(3, 2, 2, 1, 1)") + bytes(12), y=y_file()), "cannot be understood"),
            (
                archive(x=header(shape="(3, 2, 1, 2)") + bytes(12), y=y_file()),
                "holds no images in gray or color",
            ),
            (archive(x=header(shape="()") + bytes(1), y=y_file()), "there is no array for the inputs"),
            (archive(x=header("'<U1'", "(3,)") + bytes(12), y=y_file()), "holds no inputs"),
        ],
    )
    def test_one_sentence_that_names_the_file(self, tmp_path, content, words):
        path = tmp_path / "a.npz"
        path.write_bytes(content)
        with pytest.raises((FileError, DataError)) as caught:
            read(path)
        sentence = str(caught.value)
        assert words in sentence
        assert str(path) in sentence
        assert sentence.isprintable()

    def test_a_pickle_is_never_opened(self, tmp_path):
        marker = tmp_path / "opened"

        class Evil:
            def __reduce__(self):
                return marker.touch, ()

        np.savez(tmp_path / "a.npz", x=np.array([Evil()] * 3, object), y=np.arange(3))
        with pytest.raises(FileError, match="is pickled"):
            load(tmp_path / "a.npz")
        assert not marker.exists()

    @pytest.mark.parametrize("n", [2**27, 2**31])
    def test_bombs(self, tmp_path, n):
        path = tmp_path / "a.npz"
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file,
            file.open("x.npy", "w", force_zip64=True) as x,
        ):
            x.write(header(shape=f"({2**20}, {n >> 20})"))
            for _ in range(min(n, 2**27) >> 20):
                x.write(bytes(2**20))
        tracemalloc.start()
        start = time.process_time()
        with pytest.raises(FileError, match=r"is not believed|is too large"):
            read(path)
        assert time.process_time() - start < 2
        assert tracemalloc.get_traced_memory()[1] < 5e6
        tracemalloc.stop()


def contents(rng):
    out = io.BytesIO()
    n = rng.randint(2, 30)
    arrays = rng.choice(
        [
            {"x": TABLE[:n], "y": LABELS[:n]},
            {"x": IMAGES[:n], "y": np.array(list("abc"))[LABELS[:n]]},
            {"x_train": TABLE[:n], "y_train": TABLE[:n, 0], "x_test": TABLE[:5], "y_test": TABLE[:5, 0]},
        ]
    )
    (np.savez_compressed if rng.random() < 0.3 else np.savez)(out, **arrays)
    return fix_checksums(out.getvalue(), rng) if rng.random() < 0.7 else out.getvalue()


def fix_checksums(content, rng):
    """Damage an array inside, and pack it as if it were whole."""
    from mutants import damaged

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, damaged(data, rng, EVIL) if rng.random() < 0.5 else data)
    return out.getvalue()


EVIL = (b"\xff" * 8, b"(1,)", b"|O", b"<U4", b"9" * 20, b"NUMPY", b"PK\x01\x02", b"\0\0\xc0\x7f")


@pytest.mark.filterwarnings("ignore:invalid")
def test_damaged_arrays(tmp_path):
    assert 0 < survive(tmp_path / "a.npz", contents, load, 250, EVIL) < 250


@pytest.mark.slow
def test_ten_thousand_damaged_arrays(tmp_path):
    assert 0 < survive(tmp_path / "a.npz", contents, load, 10_000, EVIL, seed=1) < 10_000
