"""Commands about the curves and surfaces of Descent."""

from nnviz.commands.arguments import Argument, OneOf, Real, Whole, Words, YesNo
from nnviz.commands.command import Command, taking
from nnviz.errors import SettingsError
from nnviz.saying import did_you_mean
from nnviz.session import Session
from nnviz.session.curve_descent import CURVE_NAMES
from nnviz.session.fits import POINTS
from nnviz.session.pack import WALKERS
from nnviz.session.surface_descent import SURFACE_NAMES
from nnviz.session.walk import Walk
from nnviz.wording import tr

MOST_STEPS = 500

_FORMULA = Words("a formula, such as x^2 + 3x")


def _take_formula(walk: Walk, formula: str) -> None:
    walk.set_formula(formula)
    if walk.mistake is not None:
        raise SettingsError(str(walk.mistake), field="formula")


def _curve(
    session: Session,
    name: str | None,
    formula: str | None,
    x: float | None,
    rate: float | None,
    balls: bool | None,
) -> None:
    walk = session.descent.curve
    if name is not None:
        walk.choose(name)
    if formula is not None:
        _take_formula(walk, formula)
    if rate is not None:
        walk.set_rate(rate)
    if balls is not None:
        walk.set_crowd(balls)
    if x is not None:
        walk.place(x)


def _surface(
    session: Session,
    name: str | None,
    formula: str | None,
    x1: float | None,
    x2: float | None,
    rate: float | None,
    walkers: str | None,
    pace: str | None,
    batch: int | None,
    seed: int | None,
) -> None:
    walk = session.descent.surface
    if name is not None:
        walk.choose(name)
    if formula is not None:
        _take_formula(walk, formula)
    if rate is not None:
        walk.set_rate(rate)
    if pace is not None:
        walk.set_pace(pace)  # type: ignore[arg-type]  # one of the two by its kind
    if batch is not None:
        walk.set_batch(batch)
    if seed is not None:
        walk.set_seed(seed)
    if walkers is not None:
        walk.set_active(_walkers(walkers))
    if x1 is not None or x2 is not None:
        at = walk.point.tolist()
        walk.place((at[0] if x1 is None else x1, at[1] if x2 is None else x2))


def _walkers(names: str) -> tuple[str, ...]:
    wanted = tuple(names.split())
    for name in wanted:
        if name not in WALKERS:
            known = ", ".join(WALKERS)
            meant = did_you_mean(name, WALKERS)
            text = "there is no walker “{name}”{meant}; there are {known}"
            sentence = tr(text, name=name, meant=meant, known=known)
            raise SettingsError(sentence, field="walkers")
    return wanted


def _steps(session: Session, n: int) -> None:
    walk = session.descent.walk
    if walk is None:
        raise SettingsError(tr("nothing walks here; open the curve or the surface of Descent first"))
    walk.to_end(n)


DESCENDING: tuple[Command, ...] = (
    taking(
        "descend-curve",
        "Chooses the curve of Descent and sets the ball down; what is not named stays.",
        _curve,
        Argument("name", OneOf(CURVE_NAMES), "which curve", None),
        Argument("formula", _FORMULA, "a curve of one's own, in x", None),
        Argument("x", Real(), "where the ball is set down", None),
        Argument("rate", Real(0.0001, 100), "the learning rate", None),
        Argument("balls", YesNo(), "whether twenty more balls are there", None),
    ),
    taking(
        "descend-surface",
        "Chooses the surface of Descent and who walks there; what is not named stays.",
        _surface,
        Argument("name", OneOf(SURFACE_NAMES), "which surface", None),
        Argument("formula", _FORMULA, "a surface of one's own, in x1 and x2", None),
        Argument("x1", Real(), "where all begin, x1 or the weight", None),
        Argument("x2", Real(), "where all begin, x2 or the bias", None),
        Argument("rate", Real(0.0001, 100), "the learning rate", None),
        Argument("walkers", Words(f"some of {', '.join(WALKERS)}, with spaces between"), "who walks", None),
        Argument("pace", OneOf(("step", "epoch")), "whether a step is one update or one epoch", None),
        Argument("batch", Whole(1, POINTS), "examples in a mini-batch", None),
        Argument("seed", Whole(0, 9999), "of the points and their order", None),
    ),
    taking(
        "descend",
        "Goes some steps downhill on the open page of Descent, as far as anything moves.",
        _steps,
        Argument("n", Whole(1, MOST_STEPS), "how many"),
    ),
)
