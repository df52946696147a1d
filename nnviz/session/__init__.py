"""The Session: what is on the screen, and the only way to change it.

One class in five rooms, each built on the one before: `screen` (what panels read), `training`, `history`,
`editing`, and `session` (stepping, choosing, files). `changes` holds the words they speak in.
"""

from nnviz.session.changes import (
    COLOR_WEIGHTS,
    CURVES,
    EDGES,
    EVERYTHING,
    LANDSCAPES,
    NEWS,
    PACES,
    PAGES,
    PICTURES,
    WORKSPACES,
    Changed,
    Neuron,
    RunState,
    Selection,
    View,
)
from nnviz.session.screen import PLAY_MS
from nnviz.session.session import Session
from nnviz.training.timeline import ExampleRef

__all__ = [
    "COLOR_WEIGHTS",
    "CURVES",
    "EDGES",
    "EVERYTHING",
    "LANDSCAPES",
    "NEWS",
    "PACES",
    "PAGES",
    "PICTURES",
    "PLAY_MS",
    "WORKSPACES",
    "Changed",
    "ExampleRef",
    "Neuron",
    "RunState",
    "Selection",
    "Session",
    "View",
]
