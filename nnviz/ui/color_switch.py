"""The choice between weights of color images in color, and channel by channel; one choice for all panels."""

from dataclasses import replace

from nnviz.session import Changed, Session
from nnviz.ui.arrangement import is_color
from nnviz.ui.segments import Segments
from nnviz.wording import tr
from nnviz.wording.color import color_choices


class ColorSwitch(Segments):
    """How weights of color images are shown; hidden where the data are none.

    Parameters
    ----------
    session : Session
        Whose view says it.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Weights of color images"), color_choices())
        self._session = session
        self.chosen.connect(lambda key: session.set_view(replace(session.view, color_weights=key)))
        session.changed.connect(self._follow)
        self._follow(Changed.VIEW)

    def _follow(self, what: Changed) -> None:
        if what & Changed.VIEW:
            self.choose(self._session.view.color_weights)


def shows_color(session: Session) -> bool:
    """Say whether the weights that arrive from the input are to be shown in color."""
    return is_color(session.dataset.image_shape) and session.view.color_weights == "color"
