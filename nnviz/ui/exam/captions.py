"""What is said of one example of an exam: below its picture, and in its tooltip."""

from __future__ import annotations

from typing import NamedTuple

from nnviz.core.arrays import Array
from nnviz.session.exam import Result
from nnviz.training.exam import Answers, Fit
from nnviz.wording import exact, fixed, output_letter, tr
from nnviz.wording.exam import RIGHT, WRONG, class_name, confidence_name, short_confidence
from nnviz.wording.examples import example_name


class Caption(NamedTuple):
    """What it is, "4", what it was taken for, "→9", and how sure that was; `role` colors the guess."""

    label: str
    guess: str
    number: str
    role: str


def caption(result: Result, index: int) -> Caption:
    """Return what stands below the picture of a test example."""
    exam = result.exam
    if isinstance(exam, Fit):
        label, guess = f"y {values(exam.targets[index])}", f" {output_letter()} {values(exam.outputs[index])}"
        return Caption(label, guess, tr("off by {error}", error=fixed(exam.errors[index], 2)), "text")
    label, guess = names(result, exam, index)
    number = short_confidence(float(exam.confidences[index]))
    if exam.right[index]:
        return Caption(label, f" {RIGHT}", number, "good")
    return Caption(label, f"→{guess}", number, "bad")


def names(result: Result, answers: Answers, index: int) -> tuple[str, str]:
    """Return what an example is, and what it was taken for."""
    classes = result.dataset.classes
    label, guess = int(answers.labels[index]), int(answers.guesses[index])
    return class_name(classes, label), class_name(classes, guess)


def values(row: Array) -> str:
    """Return the first of some values, for a narrow place."""
    return fixed(float(row[0]), 2) + (" …" if len(row) > 1 else "")


def example_tip(result: Result, index: int) -> str:
    """Return everything known of a test example, as rich text."""
    exam, head = result.exam, f"<b>{example_name('test', index)}</b><br>"
    click = "<br>" + tr("Click: show it to the network")
    if isinstance(exam, Fit):
        rows = zip(exam.targets[index][:10], exam.outputs[index][:10], strict=True)
        lines = [tr("target {y}, output {a}", y=exact(y), a=exact(a)) for y, a in rows]
        error = tr("off by {error}", error=exact(exam.errors[index]))
        return head + "<br>".join([*lines, error]) + click
    label, guess = names(result, exam, index)
    mark = RIGHT if exam.right[index] else WRONG
    said = tr("label {label}, guess {guess} {mark}", label=label, guess=guess, mark=mark)
    sure = f"{confidence_name(result.spec)} {exact(float(exam.confidences[index]))}"
    return f"{head}{said}<br>{sure}{click}"
