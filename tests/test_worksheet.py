import re
from math import exp, log, tanh

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter, QPicture

from nnviz.cli import main
from nnviz.core.by_hand import small_example, small_network, update_by_hand
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Trace
from nnviz.errors import SpecError
from nnviz.ui import language
from nnviz.ui.formula.typesetting import Metrics, Typeset
from nnviz.ui.worksheet import html, pdf
from nnviz.wording import NOTATIONS, use_notation
from nnviz.wording.worksheet import answer, worksheet

SPECS = {
    "2-2-1": NetworkSpec.build(2, (2,), 1),
    "3-2-2": NetworkSpec.build(3, (2,), 2, "tanh", "identity", "mean_squared"),
    "softmax": NetworkSpec.build(2, (3,), 2, "relu", "softmax", "cross_entropy"),
    "no hidden layer": NetworkSpec.build(2, (), 1, output="identity", cost="half_squared"),
    "logistic": NetworkSpec.build(2, (), 2, cost="binary_cross_entropy"),
}


def trace_of(spec, seed=7):
    return Trace.of(small_network(spec, seed), *small_example(spec, seed))


@pytest.fixture(params=SPECS.values(), ids=SPECS)
def trace(request):
    return trace_of(request.param)


def worked_out(tex):
    """Return what a student with these rounded numbers gets."""
    python = tex.removeprefix("= ").replace(r"\cdot", "*").replace("^2", "**2")
    python = re.sub(r"e\^\{(-?[\d.]+)\}", r"exp(\1)", python)
    python = re.sub(r"\\frac\{([^{}]+)\}\{([^{}]+)\}", r"((\1) / (\2)) *", python).removesuffix("*")
    functions = {"sigma": lambda z: 1 / (1 + exp(-z)), "tanh": tanh, "max": max, "log": log, "exp": exp}
    return eval(python.replace("* *", "*").replace("\\", ""), functions)  # from worksheet(), not from outside


def given_of(spec, rate=0.5):
    return "; ".join(tex for line in worksheet(trace_of(spec), rate).given for tex in line)


def values(sheet, title):
    return [row.value for part in sheet.parts if part.title.startswith(title) for row in part.rows]


class TestAnswers:
    def test_the_cost_and_every_derivative_are_cores(self, trace):
        sheet = worksheet(trace, 0.5)
        assert values(sheet, "The cost") == [trace.cost]
        found = set(values(sheet, "Backward"))
        expected = [*trace.gradient.theta, *(d for delta in trace.delta.values() for d in delta)]
        assert {float(value) for value in expected} <= found

    def test_forward_holds_every_weighted_sum_and_activation(self, trace):
        expected = [v for layer in trace.spec.layers for v in (*trace.z[layer], *trace.a[layer])]
        assert sorted(values(worksheet(trace, 0.5), "Forward")) == pytest.approx(sorted(expected))

    def test_the_update_is_one_step_downhill_and_the_cost_after_it_is_real(self, trace):
        sheet = worksheet(trace, 0.5)
        after = update_by_hand(trace, 0.5)
        assert sorted(values(sheet, "The update")) == pytest.approx(sorted(after.parameters.theta))
        *forward, cost = values(sheet, "Was it")
        assert cost == after.cost
        assert sorted(forward) == pytest.approx(sorted(values(worksheet(after, 0.5), "Forward")))

    @pytest.mark.parametrize("seed", range(5))
    def test_every_worked_line_comes_out_with_the_numbers_that_stand_there(self, trace, seed):
        sheet = worksheet(trace_of(trace.spec, seed), 0.5)
        rows = [row for part in sheet.parts for row in part.rows]
        for row in rows:
            if row.worked:
                assert worked_out(row.worked) == pytest.approx(row.value, abs=5e-4), row.worked
        unexplained = {row.tex.partition(" = ")[2][:6] for row in rows if not row.worked}
        assert unexplained == {r"\delta"}  # ∂C/∂b = δ: nothing to compute

    def test_a_derivative_of_the_key_worked_by_hand(self):
        spec = NetworkSpec.build(1, (), 1, output="identity", cost="squared")
        trace = trace_of(spec)
        (x,), (y,) = trace.x, trace.y
        w, b = (trace.parameters.at(Location(*at)) for at in (("w", 1, 0, 0), ("b", 1, 0, None)))
        rows = worksheet(trace, 0.1).parts[2].rows
        assert rows[-2].value == pytest.approx(2 * (w * x + b - y) * x)


class TestGiven:
    def test_everything_has_one_decimal_and_no_parameter_is_0(self, trace):
        for numbers in (trace.parameters.theta, trace.x, trace.y):
            np.testing.assert_array_equal(numbers, np.round(numbers, 1))
        assert np.all(trace.parameters.theta)

    def test_all_that_is_needed_is_defined(self):
        given = given_of(SPECS["3-2-2"])
        assert r"\text{layer 1: } \sigma(z) = \tanh(z)" in given
        assert r"\text{layer 2: } \sigma(z) = z, \quad \sigma'(z) = 1" in given
        assert "n_L = 2" in given
        assert "layer" not in given_of(SPECS["2-2-1"])  # it is the same σ in both

    def test_a_small_learning_rate_is_not_rounded_away(self):
        assert r"\eta = 0.00002" in given_of(SPECS["2-2-1"], 2e-5)
        row = worksheet(trace_of(SPECS["2-2-1"]), 2e-5).parts[-2].rows[0]
        assert r"- 0.00002 \cdot" in row.worked

    @pytest.mark.parametrize("notation", NOTATIONS, ids=lambda notation: notation.key)
    def test_each_row_names_its_own_neuron_in_every_notation(self, notation):
        use_notation(notation)
        try:
            sheet = worksheet(trace_of(SPECS["3-2-2"]), 0.5)
        finally:
            use_notation(NOTATIONS[0])
        rows = [row.tex for part in sheet.parts if "Backward" in part.title for row in part.rows]
        assert len(rows) == len(set(rows))
        assert not [row for row in rows if re.search(r"_\{?[ijk]", row)]

    def test_what_is_too_large_for_paper_is_refused(self):
        spec = NetworkSpec.build(8, (8,), 8)
        with pytest.raises(SpecError, match=r"128 weights are too many .* 30"):
            worksheet(trace_of(spec), 1.0)


@pytest.mark.usefixtures("qapp")
class TestFiles:
    def test_html_has_a_blank_for_each_answer_and_the_key_on_another_page(self, tmp_path, capsys):
        file = tmp_path / "update.html"
        words = ["worksheet", "--hidden", "2", "--data", "xor", "--seed", "7", "--out", str(file)]
        assert main(words) == 0
        assert capsys.readouterr().out.strip() == str(file)
        sheet, key = file.read_text("utf-8").split('<section class="key">')
        blanks, answers = sheet.count('class="blank"'), key.count('class="value"')
        assert blanks == answers > 20
        assert "page-break-before: always" in sheet
        assert 'class="value"' not in sheet
        assert "<code>" not in sheet + key  # every formula is typeset
        assert len(re.findall(r"<path[^>]+>", key)) < len(re.findall(r"<path[^>]+>", sheet))  # once
        assert (sheet + key).count("<svg") == (sheet + key).count("<span><svg")  # it stands on its baseline
        names = re.findall(r'<g id="(\w+)"', sheet + key)
        assert len(names) == len(set(names))
        assert set(re.findall(r'<use href="#(\w+)"', sheet + key)) <= set(names)
        assert not re.search(r'(src|href)="http', sheet + key)

    def test_the_key_shows_the_numbers_of_the_calculation(self, tmp_path, monkeypatch):
        monkeypatch.setattr(html, "typeset", lambda tex: Typeset(tex, "", Metrics(1, 1, 0)))
        file = tmp_path / "update.html"
        assert main(["worksheet", "--sizes", "3,2,2", "--seed", "5", "--out", str(file)]) == 0
        key = file.read_text("utf-8").split('<section class="key">')[1]
        trace = trace_of(NetworkSpec.build(3, (2,), 2), seed=5)
        shown = set(re.findall(r'class="value">= ([^<]+)<', key))
        assert {answer(float(value)) for value in trace.gradient.theta} <= shown

    def test_it_speaks_the_language_in_use(self, qapp, monkeypatch):
        monkeypatch.setattr(html, "typeset", lambda tex: Typeset(tex, "", Metrics(1, 1, 0)))
        language.use(qapp, language.GERMAN)
        try:
            page = html.worksheet_html(worksheet(trace_of(SPECS["3-2-2"]), 0.5))
        finally:
            language.use(qapp, language.ENGLISH)
        assert '<html lang="de">' in page
        assert r"\text{Schicht 1: }" in page
        assert not re.search(r"(?i)forward|backward|layer|>given|>key|decimals", page)

    def test_pdf_has_the_key_on_pages_of_its_own(self, tmp_path):
        file = tmp_path / "update.pdf"
        assert main(["worksheet", "--sizes", "2,1", "--out", str(file)]) == 0
        content = file.read_bytes()
        assert content.startswith(b"%PDF-")
        pages = re.search(rb"/Count (\d+)", content)
        assert pages is not None
        assert int(pages[1]) >= 2
        assert len(content) < 250_000

    def test_no_part_of_a_pdf_is_torn_where_a_page_can_hold_it(self, qapp):
        sheet = worksheet(trace_of(NetworkSpec.build(2, (2,), 2)), 1.0)
        turns, written = [], []
        picture = QPicture()
        painter = QPainter(picture)
        page = pdf.Page(painter, QSizeF(504, 751), lambda: turns.append(1))
        for part in sheet.parts:
            page.part(
                part,
                lambda on, row, title=part.title: (on.blank(row), written.append((title, on, len(turns)))),
            )
        painter.end()
        pages = {(title, n) for title, on, n in written if on is page}
        assert len(pages) == len(sheet.parts)  # each has but one page
        assert 2 <= len(turns) < len(sheet.parts) - 1  # and shares it where it can

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["--out", "a.txt"], "--out: a worksheet is an .html or a .pdf file, not 'a.txt'"),
            (["--hidden", "40"], "--hidden: 160 weights are too many"),
            (["--data", "digits"], "--data: the 784 inputs of digits are too many for paper"),
            (["--sizes", "3,2,2", "--data", "xor"], "--data: this does not go with --sizes"),
            (["--sizes", "3,2,2", "--hidden", "2"], "--hidden: this does not go with --sizes"),
            (["--rate", "0"], "--rate: a learning rate is a number above 0"),
            (["--sizes", "3"], "--sizes: a network has at least inputs and outputs"),
            (["--example", "100000"], "--example:"),
            (["--seed", "-1"], "--seed: a seed is a whole number from 0"),
            (["--sizes", "2,2,1", "--seed", "-1"], "--seed: a seed is a whole number from 0"),
        ],
    )
    def test_a_mistake_is_one_sentence_and_nothing_is_written(self, words, sentence, tmp_path, capsys):
        file = tmp_path / "sheet.html"
        assert main(["worksheet", "--out", str(file), *words]) == 2
        assert f"nnviz worksheet: {sentence}" in capsys.readouterr().err
        assert list(tmp_path.iterdir()) == []
