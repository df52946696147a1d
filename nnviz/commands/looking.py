"""Commands that choose what is on the screen and how it is written."""

from dataclasses import replace

from nnviz.commands.arguments import Argument, OneOf, Real
from nnviz.commands.command import Command, taking
from nnviz.session import EDGES, LANDSCAPES, PAGES, PICTURES, WORKSPACES, Session
from nnviz.session.changes import LARGEST_GAMMA
from nnviz.wording import NOTATIONS, notation_of

SHOWN = tuple(name for name in WORKSPACES if name != "lessons")
"""The workspaces that a lesson can open: its own list is none of them."""


def _view(session: Session, **wanted: str | float | None) -> None:
    changes = {name: value for name, value in wanted.items() if value is not None}
    if "contrast" in changes:
        changes["gamma"] = changes.pop("contrast")
    session.set_view(replace(session.view, **changes))  # type: ignore[arg-type]  # checked by their kinds


def _notation(session: Session, name: str) -> None:
    session.write_in(notation_of(name))


LOOKING: tuple[Command, ...] = (
    taking(
        "view",
        "Chooses what is on the screen; what is not named stays.",
        _view,
        Argument("workspace", OneOf(SHOWN), "what surrounds the network", None),
        Argument("picture", OneOf(PICTURES), "what stands in the middle", None),
        Argument("edges", OneOf(EDGES), "what the edges show; “score” follows the cursor", None),
        Argument("contrast", Real(0.1, LARGEST_GAMMA), "γ: an edge is as strong as (|w| / max |w|)^γ", None),
        Argument("page", OneOf(PAGES), "what stands beside the network in Train", None),
        Argument("landscape", OneOf(LANDSCAPES), "what goes downhill in Descent", None),
    ),
    taking(
        "notation",
        "Writes all formulas in another notation.",
        _notation,
        Argument("name", OneOf(tuple(notation.key for notation in NOTATIONS)), "which"),
    ),
)
