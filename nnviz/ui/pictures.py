"""What can stand in the middle of the window: one line for each picture, and nobody else lists them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from nnviz.session import Session
from nnviz.wording import tr


@dataclass(frozen=True)
class Picture:
    """One picture of the middle.

    Attributes
    ----------
    name : str
        Its stable name, one of :data:`nnviz.session.PICTURES`.
    words, tip : str
        What its button says, and what that teaches; translated when shown.
    panel : str
        "package.module:Class" below :mod:`nnviz.ui`; imported when it is first shown, for a start does not
        need it. Called with the Session. "" for what the window itself supplies.
    """

    name: str
    words: str
    tip: str
    panel: str

    def make(self, session: Session) -> QWidget:
        """Return a new panel."""
        module, name = self.panel.split(":")
        factory: Callable[[Session], QWidget] = getattr(import_module(f"nnviz.ui.{module}"), name)
        return factory(session)

    def taught(self) -> tuple[str, str]:
        """Return words and tooltip in the user's language."""
        return tr(self.words), tr(self.tip)


PICTURES = (
    Picture(
        "network",
        "network",
        "<b>The network</b><br>Neurons as discs, weights as edges.",
        "network.page:NetworkPage",
    ),
    Picture(
        "matrix",
        "matrix",
        "<b>One layer as a matrix</b><br>a = σ({Wa} + b): every edge is a cell of W.",
        "matrix.panel:MatrixPanel",
    ),
    Picture(
        "weights",
        "weights",
        "<b>All first-layer weights</b><br>One picture for each neuron: what does it look for?",
        "gallery.panel:WeightGallery",
    ),
    Picture(
        "wishes",
        "wishes",
        "<b>Wishes</b><br>What every output wants of the layer before, row by row, and the sum.",
        "wishes.panel:WishesPanel",
    ),
    Picture(
        "gradient",
        "∇{C}",
        "<b>The gradient ∇{C}</b><br>All its components as a list: what each parameter should do.",
        "gradient.panel:GradientPanel",
    ),
    Picture(
        "examples",
        "examples",
        "<b>Many examples</b><br>What each of them would nudge, what is left on average, how much cancels.",
        "examples.panel:ExamplesPanel",
    ),
    Picture(
        "batch",
        "mini-batch",
        "<b>A mini-batch step by step</b><br>Example by example nudges add up; then the mean, the update.",
        "batch.panel:BatchPanel",
    ),
    Picture(
        "update",
        "update",
        "<b>What did that update do?</b><br>Before and after of every parameter; Δ{C} predicted and real.",
        "update.panel:UpdatePanel",
    ),
    Picture(
        "functions",
        "functions",
        "<b>Two functions</b><br>The network takes an image and holds θ still; the cost takes θ.",
        "functions.panel:FunctionsPanel",
    ),
    Picture(
        "chain",
        "chain",
        "<b>A chain of single neurons</b><br>Nudge one weight, and follow it link by link to the cost.",
        "chain.panel:ChainPanel",
    ),
    Picture(
        "race",
        "race",
        "<b>Networks side by side</b><br>Up to ten trainings from one start, each with one thing changed.",
        "race.side:SideBySide",
    ),
    Picture(
        "draw",
        "draw",
        "<b>Draw a digit</b><br>A pad, what the network sees of it, and what it says; and noise.",
        "drawing.panel:DrawingPanel",
    ),
    Picture(
        "sheet",
        "sheet",
        "<b>All examples at a glance</b><br>By class, only the wrong ones; a click shows one to the network.",
        "sheet.panel:SheetPanel",
    ),
    Picture(
        "space",
        "space",
        "<b>Each layer as a space</b><br>Where its activations put the test examples; do the classes part?",
        "space.panel:SpacePanel",
    ),
    Picture(
        "plane",
        "plane",
        "<b>The plane</b><br>What every neuron says all over it; points to add, move and remove.",
        "plane.panel:PlanePanel",
    ),
    Picture(
        "curve",
        "curve",
        "<b>The network as a curve</b><br>One number in, one out: its function drawn over the points.",
        "curve.panel:CurvePanel",
    ),
)
