"""What hinders a network from learning, in sentences, each with something to try."""

from nnviz.core.network import NetworkSpec
from nnviz.training.diagnosis import Finding, Health, LayerHealth
from nnviz.training.settings import TrainSettings
from nnviz.wording.names import layer_name
from nnviz.wording.notation import gradient_text
from nnviz.wording.numbers import exact, number
from nnviz.wording.text import tr

_WHAT = {
    "overflow": "Numbers that are too large, in the {layer}: the cost cannot be computed any more.",
    "dead": "{count} of {of} ReLUs of the {layer} are dead: 0 for every example, so nothing reaches their"
    " weights.",
    "saturated": "{count} of {of} neurons of the {layer} are saturated: their slope is next to 0 for nearly"
    " all examples.",
    "stuck": "{count} of {of} outputs are saturated where they are wrong: the cost is high and its slope next"
    " to 0.",
    "alike": "All {of} neurons of the {layer} have the same weights: they get the same gradient and stay"
    " alike for ever.",
    "vanishing": "The gradient vanishes on its way back: in the first layer it is {ratio} times as long as in"
    " the last.",
    "exploding": "The gradient explodes on its way back: in the first layer it is {ratio} times as long as in"
    " the last.",
}

_REMEDIES = {
    "rate": "a smaller learning rate {η}",
    "scaled": "smaller first weights (initialization “scaled”)",
    "he": "He's initialization",
    "glorot": "Glorot's initialization",
    "relu": "ReLU",
    "tanh": "tanh",
    "other": "another activation",
    "cross-entropy": "cross-entropy, whose δ does without σ'",
    "fewer": "fewer layers",
}

_TRY = {
    "dead": ("rate", "he", "other"),
    "saturated": ("rate", "scaled", "relu"),
    "stuck": ("cross-entropy", "rate", "scaled"),
    "vanishing": ("relu", "tanh", "glorot", "he", "fewer"),
    "exploding": ("rate", "scaled", "fewer"),
}

_DO = {
    "overflow": "Undo, and try a smaller learning rate {η}.",
    "alike": "Begin with random weights: any initialization but “zeros”.",
}


def finding_sentence(spec: NetworkSpec, finding: Finding) -> str:
    """Say what was found."""
    layer = layer_name(spec, finding.layer)
    return tr(
        _WHAT[finding.kind],
        layer=layer,
        count=finding.count,
        of=finding.of,
        ratio=number(finding.ratio),
    )


def finding_advice(finding: Finding, already: frozenset[str] = frozenset()) -> str:
    """Say what to try.

    Parameters
    ----------
    finding : Finding
        What hinders the network.
    already : frozenset of str
        What need not be said, from `already_so`.
    """
    if finding.kind in _DO:
        return tr(_DO[finding.kind])
    *some, last = (tr(_REMEDIES[key]) for key in _TRY[finding.kind] if key not in already)
    if len(some) < 2:
        return tr("Try {remedies}.", remedies=tr(" or ").join([*some, last]))
    return tr("Try {some}, or {last}.", some=", ".join(some), last=last)


def already_so(spec: NetworkSpec, scheme: str | None, trained: bool) -> frozenset[str]:
    """Return the remedies that a network has taken, or that cannot help it.

    Parameters
    ----------
    spec : NetworkSpec
        Its shape.
    scheme : str or None
        How its first weights were drawn; None where nobody knows.
    trained : bool
        Whether anything has changed it since: otherwise no learning rate has done any harm.
    """
    hidden = set(spec.activations[:-1])
    taken = {*(hidden if len(hidden) == 1 else ()), *([scheme] if scheme else [])}
    return frozenset(taken if trained else {*taken, "rate"})


def healthy_sentence(health: Health) -> str:
    """Say that nothing was found, and with how many examples was looked."""
    return tr("Nothing hinders it from learning, as far as {n:,} examples show.", n=health.examples)


def diverged_sentence(update: int, good: int, settings: TrainSettings) -> str:
    """Say where a training ran away, where the network is now, and what to try."""
    return " ".join(
        [
            tr("The cost was no longer a finite number after update {n:,};", n=update),
            tr("the last good state, after update {n:,}, is back.", n=good)
            if good
            else tr("the network is as it was at the beginning."),
            tr("Try a smaller learning rate than {η} = {rate:g}.", rate=settings.rate),
        ]
    )


def layer_sentence(spec: NetworkSpec, layer: LayerHealth) -> str:
    """Return one layer's line in words, in full precision."""
    parts = [layer_name(spec, layer.layer)]
    activation = spec.activations[layer.layer - 1]
    if activation == "relu":
        parts.append(tr("{n} of {of} dead", n=layer.dead, of=layer.neurons))
    elif activation in ("sigmoid", "tanh"):
        parts.append(tr("{n} of {of} saturated", n=layer.saturated, of=layer.neurons))
    parts.append(tr("length of its gradient {value}", value=exact(layer.gradient)))
    return ", ".join(parts) + "."


def meaning_sentences() -> tuple[str, ...]:
    """Say what the columns mean."""
    return (
        tr("Dead: a ReLU that is 0 for every example. Nothing reaches its weights, so it cannot come back."),
        tr("Saturated: nearly always at an end of its range, where the slope σ' is next to 0."),
        tr(
            "The length of {gradient}: how strongly a layer learns; its bar is in powers of ten.",
            gradient=gradient_text(),
        ),
    )
