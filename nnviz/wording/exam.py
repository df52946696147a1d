"""Words for the exam: the tally, who was taken for whom, and how sure the network was of it."""

from nnviz.core.network import NetworkSpec
from nnviz.wording.names import split_name
from nnviz.wording.notation import output_letter
from nnviz.wording.numbers import fixed, number, percent, short
from nnviz.wording.standing import r_squared_text
from nnviz.wording.text import MINUS, tr

RIGHT, WRONG = "✓", "✗"

_DIGITS = {
    "0": ("a zero", "zero", "zeros"),
    "1": ("a one", "one", "ones"),
    "2": ("a two", "two", "twos"),
    "3": ("a three", "three", "threes"),
    "4": ("a four", "four", "fours"),
    "5": ("a five", "five", "fives"),
    "6": ("a six", "six", "sixes"),
    "7": ("a seven", "seven", "sevens"),
    "8": ("an eight", "eight", "eights"),
    "9": ("a nine", "nine", "nines"),
}


def class_name(classes: tuple[str, ...] | None, label: int) -> str:
    """Return what a class is called, its number where it has no name."""
    return str(label) if classes is None or label >= len(classes) else classes[label]


def _called(name: str) -> tuple[str, str, str]:
    """Return a class with its article, alone, and for several: ("a four", "four", "fours")."""
    if name not in _DIGITS:
        return (tr("“{name}”", name=name),) * 3
    one, alone, several = _DIGITS[name]
    return tr(one), tr(alone), tr(several)


def confusion_text(count: int, label: str, guess: str) -> str:
    """Return "9 fours taken for nines", or "97 fours recognized"."""
    _, alone, several = _called(label)
    what = alone if count == 1 else several
    if label == guess:
        return tr("{count:,} {what} recognized", count=count, what=what)
    if not count:
        return tr("no {what} taken for {other}", what=alone, other=_called(guess)[0])
    other = _called(guess)[0 if count == 1 else 2]
    return tr("{count:,} {what} taken for {other}", count=count, what=what, other=other)


def confusion_tip(count: int, total: int, label: str, guess: str) -> str:
    """Return what one cell of the confusion matrix says, as rich text."""
    text = tr("<b>{text}</b>", text=confusion_text(count, label, guess))
    if not total:
        return text + "<br>" + tr("There is none of this class among them.")
    share = percent(count / total)
    named = confusion_share(share, total, label)
    return text + "<br>" + named + ("<br>" + tr("Click: show these images") if count else "")


def confusion_share(share: str, total: int, label: str) -> str:
    """Return "9.2% of the 98 fours"."""
    _, alone, several = _called(label)
    if total == 1:
        return tr("{share} of the only {what}", share=share, what=alone)
    return tr("{share} of the {total:,} {what}", share=share, total=total, what=several)


def tally_text(right: int, done: int) -> str:
    """Return "75 of 77"."""
    return tr("{right:,} of {done:,}", right=right, done=done)


def tally_share(right: int, done: int) -> str:
    """Return "= 0.974"; a share that is not quite 1 is never rounded to it."""
    return f"= {fixed(right / done, _decimals(right, done, 3, 1))}" if done else ""


def share_text(right: int, n: int) -> str:
    """Return "97.4%"; 100.0% only where none is missing."""
    return f"{fixed(100 * right / n, _decimals(right, n, 1, 100))}%" if n else "–"


def _decimals(part: int, whole: int, least: int, unit: int) -> int:
    """Return in how many decimals, at least, a part differs from the whole."""
    decimals = least
    while part < whole and float(f"{unit * part / whole:.{decimals}f}") == unit:
        decimals += 1
    return decimals


def confidence_name(spec: NetworkSpec) -> str:
    """Return what says how sure a network is of its answer."""
    if spec.activations[-1] == "softmax":
        return tr("probability")
    return tr("winning output") if spec.sizes[-1] > 1 else tr("output, towards the guess")


def confidence_teaches(spec: NetworkSpec) -> str:
    """Say where that number comes from."""
    if spec.activations[-1] == "softmax":
        return tr("How sure: the probability that softmax gives to the guess.")
    if spec.sizes[-1] > 1:
        return tr("How sure: the largest output. It is no probability, for the outputs need not sum to 1.")
    a = output_letter()
    no = f"{MINUS}{a}" if spec.activations[-1] == "tanh" else f"1 {MINUS} {a}"
    return tr("How sure: the output {a} where the guess is yes, {no} where it is no.", a=a, no=no)


def short_confidence(value: float) -> str:
    """Return how sure a network is, for a narrow place: .90, .998; 1.0 only where it is no less."""
    if 0.995 <= value < 1:
        return f"{min(int(value * 1000), 999) / 1000:.3f}"[1:]
    return short(value)


def standing_text(right: int, n: int) -> str:
    """Return "482 of 500 test images right = 0.964"."""
    return tr("{right:,} of {n:,} test examples right {share}", right=right, n=n, share=tally_share(right, n))


def fit_text(rmse: float, r_squared: float | None, n: int) -> str:
    """Return "RMSE 0.123 · R² 0.97 over 500 test examples"."""
    examples = tr("1 test example") if n == 1 else tr("{n:,} test examples", n=n)
    return tr(
        "RMSE {rmse} · {spread} over {examples}",
        rmse=number(rmse),
        spread=r_squared_text(r_squared),
        examples=examples,
    )


def none_wrong(part: str, n: int) -> str:
    """Say that there is no wrong one."""
    if n == 1:
        return tr("The only {split} example is recognized: there is no wrong one.", split=split_name(part))
    return tr(
        "All {n:,} {split} examples are recognized: there is no wrong one.", n=n, split=split_name(part)
    )
