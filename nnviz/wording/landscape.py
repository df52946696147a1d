"""What one sees of the real network's cost along lines and over planes."""

import numpy as np

from nnviz.training.landscape.cut import Slice
from nnviz.training.landscape.planes import PlaneMap
from nnviz.wording.names import split_name
from nnviz.wording.numbers import fixed, number, percent
from nnviz.wording.text import tr

HILL = 1.05
"""There is a hill in between if its top is so many times as high as the higher end."""

LEVEL = 0.1
"""A direction is nearly level if the cosine of its angle to −∇C is no larger."""

ON_IT = 1e-5
"""What is nearer to a plane than this share of its width lies on it, but for float32."""


def slice_sentences(kind: str, shown: Slice, rate: float, name: str) -> str:
    """Return what a slice shows; `name` is where a line leads to."""
    if kind == "gradient":
        words = _downhill(shown, rate)
    else:
        words = _at_random(shown) if kind == "random" else _toward(kind, shown, name)
    hatched = not np.isfinite(shown.train).all()
    return f"{words} {tr('Hatched: the cost is no finite number.')}" if hatched else words


def _downhill(shown: Slice, rate: float) -> str:
    step = tr(
        "One step of {η} = {rate}: the straight line promises {line}, really {C} changes by {real}.",
        rate=number(rate),
        line=number(shown.slope, signed=True),
        real=number(shown.at_one - shown.cost, signed=True),
    )
    return " ".join([step, _trust(shown), *_lowest_along(shown)])


def _trust(shown: Slice) -> str:
    if shown.holds is None:
        return tr("As far as the picture goes, the line is off by less than a tenth.")
    steps = number(shown.holds)
    if shown.holds < 1:
        return tr(
            "The line is off by a tenth after {steps} of a step already: beyond, it is a guess.", steps=steps
        )
    return tr("The line is off by a tenth after {steps} steps.", steps=steps)


def _lowest_along(shown: Slice) -> list[str]:
    lowest = shown.lowest()
    if lowest is None:
        return []
    if lowest[0] <= 0 and shown.at_one < shown.cost:  # so far does a long reach go between two points
        return [tr("It has fallen and risen again before the first point: choose a shorter reach.")]
    if lowest[0] <= 0:
        return [tr("It rises at once: {η} would have to be much smaller.")]
    t, cost = lowest
    values = {"steps": number(t), "cost": number(cost)}
    if t < 1:
        return [tr("Lowest is {C} = {cost} after {steps} of a step: a whole one goes too far.", **values)]
    return [tr("Lowest is {C} = {cost} after {steps} steps in this direction.", **values)]


def _at_random(shown: Slice) -> str:
    where = tr(
        "A random direction, in each neuron as long as its own weights, in all as long as θ: ‖θ‖ = {length}.",
        length=number(shown.length),
    )
    level = tr("The cosine of its angle to −∇{C} is {cosine}", cosine=fixed(shown.cosine))
    if abs(shown.cosine) > LEVEL:
        return f"{where} {level}."
    return f"{where} {level}{tr(': nearly level, as nearly all directions are.')}"


def _toward(kind: str, shown: Slice, name: str) -> str:
    there = shown.nearest(1.0)
    ends = shown.cost, float(shown.train[there])
    between = shown.train[shown.here : there + 1]
    top = float(np.nanmax(between, initial=max(ends)))
    values = {"here": number(ends[0]), "there": number(ends[1]), "name": name, "top": number(top)}
    if not top > HILL * max(ends):
        way = tr("From here ({C} = {here}) to {name} ({C} = {there}) no hill lies in between.", **values)
    else:
        way = tr(
            "From here ({C} = {here}) to {name} ({C} = {there}) a hill lies in between: {C} rises to {top}.",
            **values,
        )
    return f"{way} {_why_a_hill(kind)}".rstrip()


def _why_a_hill(kind: str) -> str:
    if kind != "seed":
        return ""
    return tr(
        "Hidden neurons can be swapped without changing what a network does, so the straight way between two"
        " good networks may well lead through bad ones."
    )


def plane_sentences(shown: PlaneMap, distance: float) -> str:
    """Return what a plane shows; `distance` is how far from it the network stands now."""
    parts = []
    if shown.shares is not None and shown.trail is not None:
        parts.append(
            tr(
                "The two main directions hold {first} and {second} of the path's variance ({n} moments).",
                first=percent(shown.shares[0]),
                second=percent(shown.shares[1]),
                n=len(shown.trail.points),
            )
        )
    if shown.trail is not None:
        parts.append(_off_plane(shown, distance))
    return " ".join(parts)


def _off_plane(shown: PlaneMap, distance: float) -> str:
    assert shown.trail is not None
    far = number(float(shown.trail.distances.max()))
    path = tr("The path is drawn where the plane is nearest to it; it is up to {far} away from it,", far=far)
    if distance < ON_IT * float(shown.s[-1] - shown.s[0]):
        return path + tr(" the network (gold) lies on it.")
    return path + tr(" the network (gold) {now}.", now=number(distance))


def sample_sentence(parts: dict[str, tuple[int, int]], points: str, penalized: bool) -> str:
    """Return on which examples, split → how many, of how many, and at which points the cost was taken."""
    texts = []
    for part, (n, of) in parts.items():
        words = "all {n:,} {part} examples" if n == of else "{n:,} of {of:,} {part} examples"
        texts.append(tr(words, n=n, of=of, part=split_name(part)))
    said = tr("{C} over {examples}", examples=tr(" and ").join(texts))
    if any(n < of for n, of in parts.values()):
        said += tr(", always the same ones, chosen at random")
    said += tr("; at {points} points, in between interpolated", points=points)
    return said + (tr("; without L1 and L2.") if penalized else ".")
