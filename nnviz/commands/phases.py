"""The phases of the score by short names: x, z1, a1, C, da3, delta3, gradient3, update."""

import re

from nnviz.core.steps import Phase, PhaseKind
from nnviz.errors import SettingsError
from nnviz.session import Session
from nnviz.wording import tr

KINDS: dict[str, PhaseKind] = {
    "z": "weighted_sum",
    "a": "activation",
    "da": "dC_da",
    "delta": "delta",
    "gradient": "gradient",
}
"""The phases that every layer has."""

WORDS = "a phase: x, z1, a1 … C, da3, delta3, gradient3 … update"


def parse_phase(name: str) -> tuple[PhaseKind, int | None]:
    """Return kind and layer of a phase; no layer where there is one phase of that kind.

    Raises
    ------
    ValueError
        When it is none.
    """
    alone: dict[str, PhaseKind] = {"x": "input", "C": "cost", "update": "update"}
    if name in alone:
        return alone[name], None
    found = re.fullmatch(r"(z|a|da|delta|gradient) ?([1-9]\d?)", name)
    if found is None:
        raise ValueError
    return KINDS[found[1]], int(found[2])


class PhaseName:
    """A kind of argument: the name of a phase."""

    words = WORDS

    def read(self, value: object) -> str:
        """Return the name."""
        if not isinstance(value, str):
            raise ValueError
        parse_phase(value)
        return value


def phase_position(session: Session, name: str) -> int:
    """Return where a phase stands in the plan of the present network.

    Raises
    ------
    SettingsError
        When this network has no such phase.
    """
    kind, layer = parse_phase(name)
    for position, phase in enumerate(session.plan.phases):
        if phase.kind == kind and layer in (None, phase.layer):
            return position
    raise SettingsError(tr("this network has no phase “{name}”", name=name), field="at")


def phase_name(phase: Phase) -> str:
    """Return the name of a phase: the inverse of `parse_phase`."""
    alone = {"input": "x", "cost": "C", "update": "update"}
    short = {kind: name for name, kind in KINDS.items()}
    return alone.get(phase.kind) or f"{short[phase.kind]}{phase.layer}"
