"""The benchmarks' arithmetic: turns, medians, ratios, verdicts, JSON. How fast anything is, no test says."""

import json

import pytest

from benchmarks.harness import interleave, overrides, without_overrides
from benchmarks.report import Comparison, Goal, Report, Table
from benchmarks.startup import borders, by_package, largest_own, read_clock
from benchmarks.words import cells, markdown, number, plain, times


def comparison(**changes) -> Comparison:
    values = {"ours": (10.0, 30.0, 20.0), "peer": "A peer", "theirs": (5.0, 4.0, 8.0), **changes}
    return Comparison("a step", "ms", **values)


def report(**changes) -> Report:
    compared = (comparison(goal=Goal("ratio", "least", 4)), comparison(peer="", theirs=()))
    table = Table("Where | when", ("what", "ms"), (("a|b", "1"),))
    values = {"tables": (table,), "notes": ("A note.",), "machine": "a machine", "date": "today", **changes}
    return Report("speed", "Speed", "How it was done.", compared, **values)


def test_contenders_take_turns_and_the_warm_up_is_thrown_away():
    order = []

    def contender(name):
        def turn():
            order.append(name)
            return len(order)

        return turn

    found = interleave({"A": contender("A"), "B": contender("B")}, rounds=2, warm_up=1)
    assert "".join(order) == "ABABAB"
    assert found == {"A": (3, 5), "B": (4, 6)}


def test_the_ratio_is_that_of_the_medians():
    assert comparison().ratio == 20 / 5
    assert comparison(theirs=()).ratio is None


def test_the_ratio_of_each_round_is_kept_for_its_spread():
    assert comparison().ratios == (2.0, 7.5, 2.5)
    assert comparison(theirs=(1.0,)).ratios == ()


@pytest.mark.parametrize(
    ("goal", "verdict"),
    [
        (None, "no goal"),
        (Goal("ratio", "least", 4), "reached"),
        (Goal("ratio", "least", 8), "falls short: 50% of the goal"),
        (Goal("value", "most", 20), "reached"),
        (Goal("value", "most", 16), "falls short: 1.2 times the goal"),
        (Goal("value", "least", 25), "falls short: 80% of the goal"),
        (Goal("ratio", "most", 1.5), "falls short: 2.7 times the goal"),
    ],
)
def test_the_verdict_says_in_words_how_far_the_goal_is(goal, verdict):
    assert comparison(goal=goal).verdict == verdict


def test_no_difference_at_all_is_agreement():
    assert comparison(ours=(0.0,), goal=Goal("value", "most", 0)).verdict == "reached"
    assert "falls short" in comparison(ours=(0.1,), goal=Goal("value", "most", 0)).verdict


def test_what_overrules_a_blas_is_named_and_not_handed_on():
    told = {"OPENBLAS_CORETYPE": "Haswell", "MKL_NUM_THREADS": "2", "NNVIZ_DATA": "/data"}
    assert overrides(told) == ("MKL_NUM_THREADS=2", "OPENBLAS_CORETYPE=Haswell")
    assert without_overrides(told) == {"NNVIZ_DATA": "/data"}


def test_nothing_measured_never_reaches_a_goal():
    assert "falls short" in comparison(ours=(0.0,), goal=Goal("value", "least", 20)).verdict


def test_a_goal_of_the_ratio_needs_a_peer():
    assert comparison(theirs=(), goal=Goal("ratio", "least", 4)).verdict == "no goal"


def test_a_report_survives_json(tmp_path):
    assert Report.read(report().write(tmp_path)) == report()


def test_json_holds_what_follows_from_the_values(tmp_path):
    told = json.loads(report().write(tmp_path).read_text(encoding="utf-8"))
    first, second = told["comparisons"]
    assert (first["ours_median"], first["peer_median"], first["ratio"]) == (20, 5, 4)
    assert (first["ratio_min_max"], first["verdict"]) == ([2, 7.5], "reached")
    assert (second["peer_median"], second["ratio"], second["ratio_min_max"]) == (None, None, None)


def test_a_brief_run_leaves_the_real_one_alone(tmp_path):
    real, brief = report().write(tmp_path), report(brief=True).write(tmp_path)
    assert real != brief
    assert not Report.read(real).brief
    assert Report.read(brief).brief


@pytest.mark.parametrize(
    ("value", "text"), [(0.0123456, "0.0123"), (4.5678, "4.57"), (99.94, "99.9"), (183234.1, "183,234")]
)
def test_numbers_have_three_digits(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("ratio", "text"), [(4.917, "×4.92"), (0.61, "×0.61"), (1.0, "×1"), (1 / 35, "1/35")]
)
def test_ratios_are_written_as_one_says_them(ratio, text):
    assert times(ratio) == text


def test_one_line_of_the_results():
    assert cells(comparison(goal=Goal("value", "most", 16))) == (
        "a step",
        "20 ms (10 … 30)",
        "A peer: 5 ms (4 … 8)",
        "×4 (×2 … ×7.5)",
        "≤ 16 ms",
        "falls short: 1.2 times the goal",
    )


def test_markdown_has_a_row_for_each_comparison_and_keeps_its_columns():
    lines = markdown(report()).splitlines()
    rows = [line for line in lines if line.startswith("| a step")]
    assert len(rows) == 2
    assert all(row.replace("\\|", "").count("|") == 7 for row in rows)
    assert "| a\\|b | 1 |" in lines
    assert "today" in lines[-1]
    assert "a machine" in lines[-1]


def test_the_terminal_is_told_that_a_run_was_brief():
    assert "BRIEF" in plain(report(brief=True))
    assert "BRIEF" not in plain(report())


CLOCK = """
import time: self [us] | cumulative | imported package
import time:      1000 |       1000 | site
import time:      2000 |       2000 |       numpy.core
import time:      4000 |       6000 |     numpy
import time:      3000 |       3000 |     json
import time:      5000 |      14000 |   nnviz.data
import time:       500 |        500 |   nnviz.data.digits
import time:      7000 |      21500 | nnviz.cli
import time:      8000 |       8000 | ziamath
"""


def test_the_import_clock_is_read_with_who_imported_what():
    found = {one.name: (one.own, one.whole, one.by) for one in read_clock(CLOCK)}
    assert found["numpy.core"] == (2.0, 2.0, "numpy")
    assert found["numpy"] == (4.0, 6.0, "nnviz.data")
    assert found["nnviz.data.digits"] == (0.5, 0.5, "nnviz.cli")
    assert found["ziamath"] == (8.0, 8.0, "")


def test_imports_are_summed_by_package_and_at_the_border():
    clocks = (read_clock(CLOCK), read_clock(CLOCK))
    assert by_package(clocks, ()) == (
        ("nnviz", "12", "0"),
        ("ziamath", "8", "0"),
        ("numpy", "6", "0"),
        ("Python's own", "4", "0"),
        ("all", "30", "0"),
    )
    assert borders(clocks) == (
        ("ziamath, from a call", "8"),
        ("numpy, from nnviz.data", "6"),
        ("json, from nnviz.data", "3"),
    )
    assert largest_own(clocks)[0] == ("nnviz.cli", "7.0")
