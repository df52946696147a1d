import gzip
import hashlib
import io
import os
import random
import struct
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest

from nnviz.data import idx, reading
from nnviz.data.idx import MOST_BYTES, read_idx, read_stream
from nnviz.data.reading import file_size
from nnviz.errors import Cancelled, FileError, NnvizError

MNIST = Path(os.environ.get("NNVIZ_DATA", "")) / "mnist"

PIXELS = bytes(range(60))
IMAGES = b"\0\0\x08\x03" + struct.pack(">3I", 3, 5, 4) + PIXELS
LABELS = b"\0\0\x08\x01" + struct.pack(">I", 6) + bytes([5, 0, 4, 1, 9, 2])
DOUBLES = b"\0\0\x0e\x02" + struct.pack(">2I", 2, 3) + struct.pack(">6d", 1, -2, 0.5, 1e300, 0, 7)

# A gzip file made by hand: magic, deflate, a name, no time; one stored block; checksum and length.
STORED = (
    b"\x1f\x8b\x08\x08\0\0\0\0\0\xffimages\0"
    + b"\x01"
    + struct.pack("<HH", len(IMAGES), len(IMAGES) ^ 0xFFFF)
    + IMAGES
    + struct.pack("<II", zlib.crc32(IMAGES), len(IMAGES))
)


def write(path, content):
    path.write_bytes(content)
    return path


def read_bytes(content, **settings):
    return read_stream(io.BytesIO(content), len(content), "some.idx", **settings)


def sentence_about(content):
    with pytest.raises(FileError) as caught:
        read_bytes(content)
    sentence = str(caught.value)
    assert sentence.startswith("The file 'some.idx' ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence.removeprefix("The file 'some.idx' ")


class TestReading:
    @pytest.mark.parametrize("name", ["images.idx3-ubyte", "images.gz", "images"])
    @pytest.mark.parametrize("packing", ["plain", "gzip", "stored by hand"])
    def test_content_decides_not_the_name(self, tmp_path, name, packing):
        content = {"plain": IMAGES, "gzip": gzip.compress(IMAGES), "stored by hand": STORED}[packing]
        images = read_idx(write(tmp_path / name, content))
        assert (images.shape, images.dtype) == ((3, 5, 4), np.uint8)
        assert images.tobytes() == PIXELS

    def test_takes_a_path_as_text(self, tmp_path):
        assert read_idx(str(write(tmp_path / "labels", LABELS))).tolist() == [5, 0, 4, 1, 9, 2]

    @pytest.mark.parametrize(
        ("code", "letter", "values"),
        [
            (0x08, "B", [0, 128, 255]),
            (0x09, "b", [0, -128, 127]),
            (0x0B, "h", [1, -2, 32767]),
            (0x0C, "i", [1, -2, 2**31 - 1]),
            (0x0D, "f", [0.5, -2, 1e30]),
            (0x0E, "d", [0.5, -2, 1e300]),
        ],
    )
    def test_knows_every_type(self, code, letter, values):
        content = struct.pack(f">2x2BI3{letter}", code, 1, 3, *values)
        array = read_bytes(content)
        assert array.dtype == np.dtype(letter)
        assert array.dtype.isnative
        np.testing.assert_array_equal(array, np.array(values, letter))

    @pytest.mark.parametrize("n_dimensions", [1, 2, 3, 4])
    def test_the_last_index_runs_fastest(self, n_dimensions):
        shape = (2, 3, 4, 5)[:n_dimensions]
        n = int(np.prod(shape))
        content = struct.pack(f">2x2B{n_dimensions}I", 8, n_dimensions, *shape) + bytes(range(n))
        np.testing.assert_array_equal(read_bytes(content), np.arange(n).reshape(shape))

    def test_a_gzip_file_may_have_several_members_and_zeros_behind(self):
        parts = [gzip.compress(part) for part in (IMAGES[:7], b"", IMAGES[7:30], IMAGES[30:])]
        assert read_bytes(b"".join(parts) + b"\0" * 512).tobytes() == PIXELS

    def test_chunks_are_put_together(self, monkeypatch):
        monkeypatch.setattr(reading, "CHUNK", 1)
        for content in (IMAGES, gzip.compress(IMAGES), STORED):
            assert read_bytes(content).tobytes() == PIXELS

    def test_the_array_is_the_callers_own(self):
        images = read_bytes(IMAGES)
        images[0] = 7
        assert images.flags.c_contiguous
        assert read_bytes(IMAGES).tobytes() == PIXELS


class TestFlaws:
    def test_empty(self):
        assert sentence_about(b"") == "is empty."

    @pytest.mark.parametrize(
        ("content", "begin"),
        [
            (b"<!DOCTYPE html>", "3C 21 44 4F"),
            (b"\x89PNG\r\n", "89 50 4E 47"),
            (b"\0\x01\x08\x03", "00 01 08 03"),
        ],
    )
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_foreign(self, content, begin, pack):
        expected = f"is no IDX file: its contents begin with the bytes {begin}, and not with 00 00."
        assert sentence_about(pack(content)) == expected

    @pytest.mark.parametrize("length", [1, 3, 4, 15])
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_shorter_than_a_header(self, length, pack):
        expected = "is no IDX file, or cut short: it ends within its header."
        assert sentence_about(pack(IMAGES[:length])) == expected

    def test_wrong_type_code(self):
        expected = "is no IDX file, or damaged: its type code is 0A, and none of 08, 09, 0B, 0C, 0D, 0E."
        assert sentence_about(b"\0\0\x0a\x03" + IMAGES[4:]) == expected

    @pytest.mark.parametrize("n_dimensions", [0, 5, 255])
    def test_too_many_dimensions(self, n_dimensions):
        expected = f"cannot be used: it has {n_dimensions} dimensions, and not 1 to 4."
        assert sentence_about(bytes([0, 0, 8, n_dimensions]) + b"\0\0\0\1" * 300) == expected

    @pytest.mark.parametrize("shape", [(0, 28, 28), (3, 0, 2**32 - 1), (2**32 - 1, 2**32 - 1, 0)])
    def test_no_values(self, shape):
        sizes = " × ".join(f"{size:,}" for size in shape)
        content = struct.pack(">2x2B3I", 8, 3, *shape)
        assert sentence_about(content) == f"holds nothing: its header promises {sizes} values of 1 byte."

    def test_cut_short(self):
        expected = "is cut short: its header promises 3 × 5 × 4 values of 1 byte, but only {} follow."
        assert sentence_about(IMAGES[:-1]) == expected.format("59 bytes")
        assert sentence_about(IMAGES[:17]) == expected.format("1 byte")
        assert sentence_about(gzip.compress(IMAGES[:-1])) == expected.format("59 bytes")

    def test_bytes_behind_the_values(self):
        expected = (
            "does not end where it should: its header promises 3 × 5 × 4 values of 1 byte, "
            "but more than 60 bytes follow."
        )
        assert sentence_about(IMAGES + b"\0") == expected
        assert sentence_about(gzip.compress(IMAGES + b"\0")) == expected
        assert sentence_about(gzip.compress(IMAGES) + gzip.compress(b"x" * 10**6)) == expected

    def test_what_is_behind_a_gzip_file(self):
        assert sentence_about(gzip.compress(IMAGES) + b"rest") == (
            "is damaged: there is an error in its gzip packing."
        )

    def test_gzip_that_is_none(self):
        assert sentence_about(b"\x1f\x8bnot really") == "is damaged: there is an error in its gzip packing."

    def test_gzip_cut_short(self):
        assert sentence_about(gzip.compress(IMAGES)[:-3]) == (
            "is cut short: it can be unpacked no further than 76 bytes."
        )
        assert sentence_about(b"\x1f\x8b") == "is cut short: it can be unpacked no further than 0 bytes."

    @pytest.mark.parametrize("at", [-8, -4, -20])
    def test_gzip_with_a_wrong_checksum(self, at):
        content = bytearray(STORED)
        content[at] ^= 1
        assert sentence_about(bytes(content)) == "is damaged: there is an error in its gzip packing."

    @pytest.mark.parametrize("shape", [(60000, 28000, 28000), (2**32 - 1,) * 4])
    def test_terabytes(self, shape):
        header = struct.pack(f">2x2B{len(shape)}I", 14, len(shape), *shape)
        assert "but only 100 bytes follow" in sentence_about(header + bytes(100))
        packed = gzip.compress(header + bytes(100))
        expected = f"values of 8 bytes, too many to be packed into {len(packed)} bytes."
        assert sentence_about(packed).endswith(expected)

    def test_more_than_is_read(self):
        """The size is a lie as the header is, for a file of a gigabyte need not be written to be refused."""
        header = struct.pack(">2x2BI", 8, 1, MOST_BYTES + 1)
        with pytest.raises(FileError) as caught:
            read_stream(io.BytesIO(header), len(header) + MOST_BYTES + 1, "some.idx")
        assert str(caught.value) == (
            "The file 'some.idx' is too large: its header promises 1,073,741,825 values of 1 byte, "
            "and at most 1,073,741,824 bytes are read."
        )

    def test_no_memory(self):
        def no_memory(done, total):
            raise MemoryError

        with pytest.raises(FileError) as caught:
            read_bytes(IMAGES, progress=no_memory)
        assert str(caught.value) == "The file 'some.idx' does not fit into this computer's memory."

    def test_a_file_that_shrinks_while_it_is_read(self):
        with pytest.raises(FileError, match="is cut short"):
            read_stream(io.BytesIO(IMAGES[:-9]), len(IMAGES), "some.idx")


class TestBombs:
    """Peak memory counts every allocation, also what the system would not have had to provide."""

    @pytest.fixture
    def peak(self):
        tracemalloc.start()
        yield lambda: tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    @staticmethod
    def packed_zeros(n, begin=b""):
        packer = zlib.compressobj(9, wbits=31)
        parts = [packer.compress(begin)] + [packer.compress(bytes(2**20)) for _ in range(n >> 20)]
        return b"".join([*parts, packer.flush()])

    def test_honest_bomb_is_refused_unread(self, peak):
        n = 2**27
        bomb = self.packed_zeros(n, struct.pack(">2x2B3I", 8, 3, n >> 10, 32, 32))
        start = peak()
        assert "is not believed" in sentence_about(bomb)
        assert peak() - start < 3 * 2**20

    def test_lying_bomb_is_left_at_its_first_byte_too_many(self, peak):
        bomb = self.packed_zeros(2**27, IMAGES)
        start = peak()
        assert "does not end where it should" in sentence_about(bomb)
        assert peak() - start < 3 * 2**20

    def test_bomb_of_zeros_is_no_idx_file(self, peak):
        bomb = self.packed_zeros(2**27)
        start = peak()
        assert "its type code is 00" in sentence_about(bomb)
        assert peak() - start < 3 * 2**20

    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_memory_is_taken_for_what_arrives_only(self, peak, pack):
        content = pack(struct.pack(">2x2BI", 8, 1, idx.HARMLESS_BYTES) + b"few")
        start = peak()
        assert "is cut short" in sentence_about(content)
        assert peak() - start < 2**20

    def test_thousands_of_empty_members_take_no_time(self):
        start = time.process_time()
        assert "ends within its header" in sentence_about(gzip.compress(b"") * 50_000)
        assert time.process_time() - start < 2  # 0.3 s; the rest is for a busy machine

    def test_bits_that_are_packed_tightly_but_harmless_are_read(self):
        content = struct.pack(">2x2BI", 8, 1, 2**20) + bytes(2**20)
        assert not read_bytes(gzip.compress(content)).any()


class TestPlaces:
    def test_no_file(self, tmp_path):
        with pytest.raises(FileError) as caught:
            read_idx(tmp_path / "images")
        assert str(caught.value) == f"There is no file '{tmp_path / 'images'}'."

    def test_folder(self, tmp_path):
        with pytest.raises(FileError) as caught:
            read_idx(tmp_path)
        assert str(caught.value) == f"'{tmp_path}' is a folder, not a file."

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_pipe_is_not_waited_for(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(FileError) as caught:
            read_idx(tmp_path / "pipe")
        assert str(caught.value) == f"'{tmp_path / 'pipe'}' is not an ordinary file."

    def test_no_permission(self, tmp_path):
        path = write(tmp_path / "images", IMAGES)
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user may read everything")
        with pytest.raises(FileError, match="may not be read: permission denied"):
            read_idx(path)

    @pytest.mark.parametrize(
        ("error", "rest"),
        [
            (PermissionError(13, "Permission denied"), "may not be read: permission denied."),
            (OSError(5, "Input/output error"), "cannot be read: Input/output error."),
        ],
    )
    def test_what_the_system_says(self, tmp_path, monkeypatch, error, rest):
        path = write(tmp_path / "images", IMAGES)

        def refuse(*_):
            raise error

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(FileError) as caught:
            read_idx(path)
        assert str(caught.value) == f"The file '{path}' {rest}"

    @pytest.mark.parametrize("name", ["a\0b", "a\nb", "\udcff"])
    def test_an_odd_name_makes_no_odd_sentence(self, tmp_path, name):
        with pytest.raises(FileError) as caught:
            read_idx(tmp_path / name)
        assert str(caught.value).isprintable()

    def test_a_name_that_is_too_long(self, tmp_path):
        with pytest.raises(FileError, match=r"cannot be read: .*[Nn]ame"):
            read_idx(tmp_path / ("x" * 5000))

    def test_size(self, tmp_path):
        assert file_size(write(tmp_path / "images", IMAGES)) == len(IMAGES)


class TestProgress:
    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    def test_never_falls_and_ends_at_the_size(self, monkeypatch, pack):
        monkeypatch.setattr(reading, "CHUNK", 10)
        content, calls = pack(IMAGES), []
        read_bytes(content, progress=lambda *call: calls.append(call))
        done = [call[0] for call in calls]
        assert done == sorted(done)
        assert len(done) > 3
        assert calls[-1] == (len(content), len(content))
        assert {total for _, total in calls} == {len(content)}

    @pytest.mark.parametrize("pack", [bytes, gzip.compress])
    @pytest.mark.parametrize("patience", [0, 1, 3])
    def test_cancel_leaves_nothing_behind(self, tmp_path, monkeypatch, pack, patience):
        monkeypatch.setattr(reading, "CHUNK", 10)
        path = write(tmp_path / "images", pack(IMAGES))
        opened, original = [], Path.open
        monkeypatch.setattr(Path, "open", lambda *a, **k: opened.append(original(*a, **k)) or opened[-1])
        asked, threads = iter([False] * patience + [True]), threading.active_count()
        with pytest.raises(Cancelled, match=r"^The loading was cancelled\.$"):
            read_idx(path, cancelled=lambda: next(asked))
        assert [file.closed for file in opened] == [True]
        assert os.listdir(tmp_path) == ["images"]
        assert threading.active_count() == threads

    def test_asking_changes_nothing(self):
        assert read_bytes(STORED, cancelled=lambda: False).tobytes() == PIXELS

    def test_cancelled_is_the_projects_own(self):
        assert issubclass(Cancelled, NnvizError)


# Mutated files


def random_images(rng):
    n, rows, columns = (rng.randint(1, 9) for _ in range(3))
    pixels = rng.randbytes(n * rows * columns)
    return struct.pack(">2x2B3I", 8, 3, n, rows, columns) + pixels


def mutate(content, rng):
    """Return the content with one to four injuries."""
    content = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(content) + 1)
        match rng.randrange(6):
            case 0 if at < len(content):
                content[at] ^= 1 << rng.randrange(8)
            case 1:
                del content[at:]
            case 2:
                content[at:at] = rng.randbytes(rng.choice([1, 4, 300]))
            case 3:
                del content[at : at + rng.randint(1, 20)]
            case 4:
                content[4 * rng.randrange(5) :][:4] = b""
                content[4:8] = rng.choice(
                    [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", rng.randbytes(4)]
                )
            case _:
                content[: rng.randint(1, 4)] = rng.choice(
                    [b"\0\0\x08\x03", b"\0\0\x0e\x04", b"\x1f\x8b\x08", b"PK"]
                )
    return bytes(content)


def mutant(seed):
    """Return a damaged file: the bytes on the disk are, or what they unpack to, or both."""
    rng = random.Random(seed)
    content = rng.choice([IMAGES, LABELS, DOUBLES, random_images(rng)])
    way = rng.randrange(4)
    if way == 0:
        return mutate(content, rng)
    if way == 1:
        return gzip.compress(mutate(content, rng), mtime=0)
    if way == 2:
        return mutate(gzip.compress(content, mtime=0), rng)
    return mutate(gzip.compress(mutate(content, rng), mtime=0), rng)


def read_mutants(seeds):
    """Read them all; anything but an array or the project's own error goes through to the test."""
    read, longest, most, sentences = 0, 0.0, 0, []
    tracemalloc.start()
    try:
        for seed in seeds:
            content = mutant(seed)
            tracemalloc.reset_peak()
            start = time.perf_counter()
            try:
                array = read_bytes(content)
            except FileError as error:
                sentences.append(str(error))
            else:
                read += 1
                assert 0 < array.nbytes <= MOST_BYTES
            longest = max(longest, time.perf_counter() - start)
            most = max(most, tracemalloc.get_traced_memory()[1])
    finally:
        tracemalloc.stop()
    assert all(sentence.isprintable() for sentence in sentences)
    return read, longest, most


def check_mutants(n):
    read, longest, most = read_mutants(range(n))
    assert 0.01 * n < read < 0.9 * n  # both outcomes are exercised
    assert longest < 2
    assert most < 500e6


def test_damaged_files_end_in_an_array_or_our_error():
    check_mutants(300)


@pytest.mark.slow
def test_ten_thousand_damaged_files_end_in_an_array_or_our_error():
    check_mutants(10_000)


# The real one


@pytest.mark.skipif(not MNIST.is_dir(), reason="needs MNIST in $NNVIZ_DATA/mnist")
@pytest.mark.parametrize(
    ("name", "shape", "digest"),
    [
        ("train-images-idx3-ubyte", (60000, 28, 28), "6bbc9ace898e44ae57da46a324031adb"),
        ("train-labels-idx1-ubyte", (60000,), "a25bea736e30d166cdddb491f175f624"),
        ("t10k-images-idx3-ubyte", (10000, 28, 28), "2646ac647ad5339dbf082846283269ea"),
        ("t10k-labels-idx1-ubyte", (10000,), "27ae3e4e09519cfbb04c329615203637"),
    ],
)
def test_mnist_is_read_byte_for_byte(name, shape, digest):
    array = read_idx(MNIST / f"{name}.gz")
    assert array.shape == shape
    header = struct.pack(f">2x2B{len(shape)}I", 8, len(shape), *shape)
    assert hashlib.md5(header + array.tobytes()).hexdigest() == digest


def test_reading_brings_in_neither_qt_nor_pooch():
    code = "import sys, nnviz.data; print(sorted({'PySide6', 'pooch', 'requests'} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
