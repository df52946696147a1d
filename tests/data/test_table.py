import csv
import io
import time
import tracemalloc

import numpy as np
import pytest
from mutants import survive

from nnviz.data import load, table, understand
from nnviz.data.reference import join
from nnviz.data.table import understand_table
from nnviz.errors import Cancelled, DataError, FileError

IRIS = "length,width,species\n" + "".join(
    f"{5 + i / 10:.1f},{3 - i / 10:.1f},{'setosa' if i % 2 else 'virginica'}\n" for i in range(10)
)


@pytest.fixture
def read(tmp_path):
    def read(content, name="a.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return understand_table(path, options)

    return read


def both(data):
    """Return all examples, sorted, whichever part they are in."""
    x = np.concatenate([data.train.x, data.test.x])
    y = np.concatenate([data.train.targets, data.test.targets])
    return np.concatenate([x, y], axis=1)[np.lexsort(x.T[::-1])]


class TestUnderstanding:
    def test_names_text_labels_and_parts(self, read, tmp_path):
        found = read(IRIS)
        data = found.dataset
        assert (found.header, found.label, found.task) == (True, "species", "classes")
        assert found.columns == ("length", "width", "species")
        assert found.rows[0] == ("5.0", "3.0", "virginica")
        assert data.classes == ("setosa", "virginica")
        assert data.input_names == ("length", "width")
        assert (len(data.train), len(data.test)) == (8, 2)
        expected = [[5 + i / 10, 3 - i / 10, i % 2, 1 - i % 2] for i in range(10)]
        np.testing.assert_allclose(both(data), expected, rtol=1e-6)
        assert (data.name, data.title) == ("a.csv", "a.csv")
        assert "2 of 10 examples, drawn at random, are for the test." in found.notes

    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text.replace(",", ";"),
            lambda text: text.replace(",", "\t"),
            lambda text: text.replace(",", " | "),
            lambda text: text.replace("\n", "\r\n"),
            lambda text: text.replace("\n", "\r"),
            lambda text: text.replace("\n", "\n\n"),
            lambda text: text.removesuffix("\n"),
            lambda text: "\ufeff" + text,
            lambda text: text.replace("setosa", '"setosa"'),
            lambda text: text.replace(",", ";").replace(".", ","),
            lambda text: "id," + text.replace("\n", "\n{},", 10).format(*range(10)),
            lambda text: "name," + text.replace("\n", "\nrow {},", 10).format(*"abcdefghij"),
        ],
        ids=[
            "semicolons",
            "tabs",
            "bars",
            "crlf",
            "cr",
            "blank",
            "open",
            "bom",
            "quoted",
            "german",
            "id",
            "x",
        ],
    )
    def test_the_same_in_other_spellings(self, read, change):
        data = read(change(IRIS)).dataset
        np.testing.assert_array_equal(both(data), both(read(IRIS, "b.csv").dataset))
        assert data.classes == ("setosa", "virginica")

    def test_without_names(self, read):
        found = read(IRIS.partition("\n")[2])
        assert (found.header, found.label) == (False, "column 3")
        assert len(found.dataset.train) + len(found.dataset.test) == 10

    def test_what_is_chosen(self, read):
        found = read("a,b\n" + "".join(f"{i},{i % 3}\n" for i in range(30)), label="a")
        assert (found.label, found.task, found.dataset.classes) == ("a", "values", None)
        assert found.dataset.input_names == ("b",)
        found = read("1,0\n2,1\n" * 10, header="yes")
        assert (found.columns, found.header) == (("1", "0"), True)
        found = read("1,0\n2,1\n" * 10, task="values")
        assert (found.label, found.task, found.dataset.n_outputs) == ("column 2", "values", 1)

    def test_numbers_that_are_classes_and_numbers_that_are_not(self, read):
        found = read("".join(f"{i},{i % 3 + 4}\n" for i in range(30)))
        assert (found.task, found.dataset.classes) == ("classes", ("4", "5", "6"))
        found = read("".join(f"{i},{i / 7}\n" for i in range(30)))
        assert (found.task, found.dataset.classes) == ("values", None)
        assert any("choose an output that reaches them" in note for note in found.notes)

    def test_images(self, read):
        chance = np.random.default_rng(0)
        pixels = chance.integers(0, 256, (40, 784))
        pixels[:, -1] = 0
        rows = [",".join(map(str, [i % 10, *row])) for i, row in enumerate(pixels.tolist())]
        found = read("\n".join(rows))
        assert (found.label, found.task) == ("column 1", "classes")
        assert found.dataset.image_shape == (28, 28)
        assert found.dataset.classes == tuple("0123456789")
        np.testing.assert_allclose(
            np.sort(np.concatenate([found.dataset.train.x, found.dataset.test.x]), axis=0) * 255,
            np.sort(pixels, axis=0),
            atol=1e-3,
        )
        names = ",".join(["label", *(f"pixel{k}" for k in range(784))])
        assert read("\n".join([names, *rows])).dataset.content_hash == found.dataset.content_hash

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    @pytest.mark.parametrize("most", [1, 255, 10**8, 10**12])
    def test_whole_numbers_are_read_as_any_others(self, read, separator, most):
        """Digits alone are read by a way of their own; "7.0" is not, and must be the same."""
        chance = np.random.default_rng(most)
        table = chance.integers(0, most + 1, (50, 5))
        table[:, 4] = np.arange(50) % 3
        whole = "\n".join(separator.join(map(str, row)) for row in table.tolist())
        point = "\n".join(separator.join(f"{number}.0" for number in row) for row in table.tolist())
        found = read(whole).dataset
        assert found.content_hash == read(point, "b.csv").dataset.content_hash
        assert found.content_hash == read(f"{whole}\n", "c.csv", label="column 5").dataset.content_hash

    @pytest.mark.parametrize("odd", ["-7", "+7", " 7", "7.", "٧", "7e0", "07"])
    def test_a_number_written_otherwise_is_that_number(self, read, odd):
        rows = [f"{i},{i % 4},{i % 2}" for i in range(20)]
        expected = both(read("\n".join([*rows, f"{'-7' if odd == '-7' else 7},0,1"])).dataset)
        np.testing.assert_array_equal(both(read("\n".join([*rows, f"{odd},0,1"]), "b.csv").dataset), expected)

    def test_names_that_are_no_pixels_make_no_image(self, read):
        names = ",".join([*(f"gene {chr(97 + k % 26)}{k}q" for k in range(64)), "label"])
        rows = [",".join(map(str, [*range(i, i + 64), i % 2])) for i in range(20)]
        data = read("\n".join([names, *rows])).dataset
        assert data.image_shape is None
        assert len(data.input_names) == 64

    def test_large_inputs_are_scaled_by_the_training_part(self, read):
        found = read("".join(f"{1000 * i},{0.5},{'ab'[i % 2]}\n" for i in range(50)))
        x = found.dataset.train.x.astype(np.float64)
        np.testing.assert_allclose([x[:, 0].mean(), x[:, 0].std(), x[0, 1]], [0, 1, 0], atol=1e-6)
        assert any("mean 0 and spread 1" in note for note in found.notes)

    def test_missing_values_are_named_by_line(self, read):
        lines = IRIS.splitlines()
        lines[3], lines[7] = lines[3].replace("2.8", ""), lines[7].replace("5.6", "NA")
        for gap in ([], [""]):
            found = read("\n".join([*lines, *gap]))
            assert "Left out, for a value is missing: line 4, 8; 8 rows are left." in found.notes
            assert len(found.dataset.train) + len(found.dataset.test) == 8
        assert "line 4, 8" in found.dataset.source

    def test_its_reference_loads_it_again(self, read):
        found = read("a,b c\n" + "".join(f"{i},{i % 3}\n" for i in range(30)), label="a", task="values")
        reference = found.dataset.reference
        assert reference.endswith("a.csv?label=a&task=values")
        assert load(reference).content_hash == found.dataset.content_hash
        assert understand(reference).label == "a"

    def test_progress_and_cancel(self, tmp_path, monkeypatch):
        monkeypatch.setattr(table, "BLOCK", 50)
        path, calls = tmp_path / "a.csv", []
        path.write_text(IRIS)
        found = understand_table(path, {}, lambda *call: calls.append(call))
        assert calls[-1] == (len(IRIS), len(IRIS))
        assert len(calls) > 3
        monkeypatch.undo()
        assert understand_table(path, {}).dataset.content_hash == found.dataset.content_hash
        with pytest.raises(Cancelled):
            understand_table(path, {}, cancelled=lambda: True)

    @pytest.mark.parametrize("block", range(41, 120, 11))
    def test_blocks_lose_nothing(self, read, monkeypatch, block):
        whole = both(read(IRIS).dataset)
        monkeypatch.setattr(table, "BLOCK", block)
        np.testing.assert_array_equal(both(read(IRIS, label="species").dataset), whole)

    @pytest.mark.parametrize("dialect", ["excel", "excel-tab", "unix"])
    def test_every_number_of_another_writer_comes_back(self, read, dialect):
        """Python's own writer of tables; what is read are the very numbers, in single precision."""
        chance = np.random.default_rng(0)
        numbers = np.concatenate(
            [chance.normal(0, 1, (40, 3)), 10.0 ** chance.integers(-30, 1, (40, 2))], axis=1
        )
        names, labels = ["a", "b, or c", 'd "e"', "ü", "g"], ["yes, of course", 'a "no"'] * 20
        text = io.StringIO()
        writer = csv.writer(text, dialect)
        writer.writerow([*names, "label"])
        writer.writerows(
            [*map(repr, row), label] for row, label in zip(numbers.tolist(), labels, strict=True)
        )
        data = read(text.getvalue()).dataset
        expected = np.concatenate([numbers.astype(np.float32), np.eye(2)[np.arange(40) % 2][:, ::-1]], axis=1)
        np.testing.assert_array_equal(both(data), expected[np.lexsort(expected[:, :5].T[::-1])])
        assert data.input_names == tuple(names)
        assert data.classes == ('a "no"', "yes, of course")


class TestBad:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            ("", "is empty"),
            ("\n \n", "is empty"),
            ("a,b\n", "has no column of numbers beside its labels"),
            ("hello world\n", "is no table: a row has 1 columns"),
            (b"\x1f\x8b\x08" + bytes(20), "is packed, or a spreadsheet"),
            (b"PK\x03\x04" + bytes(20), "is packed, or a spreadsheet"),
            (IRIS.encode("utf-16"), "is no text, or not in UTF-8"),
            (bytes(range(256)), "is no text"),
            (IRIS + "1,2\n", "line 12 has 2 columns, the first has 3"),
            (IRIS + "1,2,a,4\n", "line 12 has 4 columns"),
            (IRIS + "1,x2,setosa\n", "in line 12, column 'width', stands 'x2', and no number"),
            (IRIS + "1,inf,setosa\n", "in line 12, column 'width', stands 'inf'"),
            (IRIS + "1,1e99,setosa\n", "stands '1e99'"),
            (IRIS + '1,2,"seto\nsa"\n', "in line 12 a quotation is not closed"),
            ("a,b\nx,y\nz,w\n", "has no column of numbers beside its labels"),
            ("a,b\n,1\n,2\n", "has no row without missing values"),
            ("a,b\n1,2\n", "At least 2 examples are needed"),
            ("a,b\n1,x\n2,x\n3,x\n", "There must be 2 to 1,000 classes, but there are 1"),
        ],
    )
    def test_one_sentence_that_names_the_file(self, read, tmp_path, content, words):
        with pytest.raises((FileError, DataError)) as caught:
            read(content)
        sentence = str(caught.value)
        assert words in sentence
        assert str(tmp_path / "a.csv") in sentence
        assert sentence.isprintable()

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"label": "weight"}, "There is no column 'weight'; there are 'length', 'width', 'species'"),
            ({"header": "perhaps"}, "header must be yes or no"),
            ({"task": "dreams"}, "must be classes or values"),
            ({"task": "values"}, "The labels are texts"),
            ({"color": "red"}, "cannot be chosen by 'color'"),
        ],
    )
    def test_what_cannot_be_chosen(self, read, options, words):
        with pytest.raises(DataError, match=words):
            read(IRIS, **options)

    def test_places(self, tmp_path):
        with pytest.raises(FileError, match="There is no file"):
            load(tmp_path / "none.csv")
        (tmp_path / "folder.csv").mkdir()
        with pytest.raises(FileError, match="is a folder, not a file"):
            load(tmp_path / "folder.csv")

    def test_names_and_nothing_else(self, read):
        with pytest.raises(FileError, match="holds nothing but one line of names"):
            read("a,b\n", header="yes")

    def test_too_long_a_line_and_too_large_a_file(self, read, tmp_path, monkeypatch):
        monkeypatch.setattr(table, "LONGEST_LINE", 100)
        with pytest.raises(FileError, match="a line of more than 100 bytes"):
            read("1," * 500)
        monkeypatch.setattr(table, "MOST_BYTES", 10)
        with pytest.raises(FileError, match="is too large"):
            read(IRIS)


def contents(rng):
    n = rng.randint(2, 40)
    if rng.random() < 0.5:
        return "".join(
            f"{rng.random():.3f},{rng.random():.3g},{rng.choice('abc')}\n" for _ in range(n)
        ).encode()
    rows = ("\t".join(str(rng.randint(0, 255)) for _ in range(65)) for _ in range(n))
    return "\r\n".join(rows).encode()


EVIL = (
    b"nan",
    b"inf",
    b",",
    b"\n",
    b"\r",
    b'"',
    b"1e999",
    b"-",
    b"\0",
    b"\xff",
    b"9" * 400,
    b",,,",
    b"\xe2\x80\xa8",
)


def load_with_options(path):
    return understand(join(str(path), {}))


def test_damaged_tables(tmp_path):
    assert 0 < survive(tmp_path / "a.csv", contents, load_with_options, 250, EVIL) < 250


@pytest.mark.slow
def test_ten_thousand_damaged_tables(tmp_path):
    assert 0 < survive(tmp_path / "a.csv", contents, load_with_options, 10_000, EVIL, seed=1) < 10_000


@pytest.mark.slow
def test_a_hundred_thousand_images_load_in_seconds(tmp_path):
    path = tmp_path / "large.csv"
    line = ",".join(map(str, np.random.default_rng(0).integers(0, 256, 784) * (np.arange(784) % 5 == 0)))
    with path.open("w") as file:
        for i in range(100_000):
            file.write(f"{i % 10},{line}\n")
    shares = []
    start = time.process_time()
    data = load(path, lambda done, total: shares.append(done / total))
    assert time.process_time() - start < 30
    assert data.image_shape == (28, 28)
    assert (len(data.train), len(data.test)) == (80_000, 20_000)
    assert len(shares) > 100


def test_memory_is_a_few_times_the_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("".join(f"{i % 7},{i % 5},{i % 3}\n" for i in range(100_000)))
    tracemalloc.start()
    load(path)
    assert tracemalloc.get_traced_memory()[1] < 60e6
    tracemalloc.stop()
