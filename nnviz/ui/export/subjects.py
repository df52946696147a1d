"""What a picture can be of: the window, or any panel that shows something of the network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.session import Session
from nnviz.ui.descent.pages import PAGES as DESCENT
from nnviz.ui.laboratory.pages import PAGES as TRAIN
from nnviz.ui.pictures import PICTURES, Picture
from nnviz.wording import tr

WINDOW, CURVES = "window", "train/curves"


@dataclass(frozen=True)
class Subject:
    """What a picture is of.

    Attributes
    ----------
    name : str
        Its stable name: that of a picture, or "train/" or "descent/" and that of a page.
    title : str
        In the user's language.
    make : callable or None
        ``make(session)`` returns a new panel; None stands for the window itself.
    """

    name: str
    title: str
    make: Callable[[Session], QWidget] | None


def subjects() -> Mapping[str, Subject]:
    """Return all of them by name, the window first."""
    found = [Subject(WINDOW, tr("the whole window"), None)]
    found += [Subject(p.name, title(p), p.make) for p in PICTURES]
    for place, prefix, pages in (("train", tr("Train"), TRAIN), ("descent", tr("Descent"), DESCENT)):
        for page in pages:
            make = page.make if page.panel else curves
            found.append(Subject(f"{place}/{page.name}", f"{prefix}: {title(page)}", make))
    return {subject.name: subject for subject in found}


def title(picture: Picture) -> str:
    """Return a picture's name for somebody who does not see it: the first line of its tooltip."""
    tip = picture.taught()[1]
    return tip.partition("<br>")[0].replace("<b>", "").replace("</b>", "")


def curves(session: Session) -> QWidget:
    """Return the curves of the training, which the window itself places in Train."""
    from nnviz.ui.plots.panel import AccuracyPlot, CostPlot

    both = QWidget()
    column = QVBoxLayout(both)
    for kind in (CostPlot, AccuracyPlot):
        column.addWidget(kind(session).twin(), 1)
    return both


def on_screen(session: Session) -> str:
    """Return the name of what is looked at now."""
    view = session.view
    match view.workspace:
        case "explore":
            return view.picture
        case "train":
            return f"train/{view.page}"
        case "descent":
            return f"descent/{view.landscape}"
    return WINDOW
