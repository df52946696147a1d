"""Which numbers of each point the network is given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from nnviz.data.plane import FEATURES
from nnviz.ui.fields import described, tab_only
from nnviz.wording import tr


class FeatureButton(QToolButton):
    """Names the inputs of the network, and lets the user choose others.

    Signals
    -------
    chosen(tuple of str)
        These features are wanted.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._features: tuple[str, ...] = ()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tab_only(self)
        menu = QMenu(self)
        self.actions_ = {name: menu.addAction(shown) for name, (shown, _) in FEATURES.items()}
        for name, action in self.actions_.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _, name=name: self._toggle(name))
        self.setMenu(menu)
        described(
            self,
            tr("Inputs of the network"),
            tr("Which numbers of each point it is given. With others it gets a new first layer."),
        )

    def show_features(self, features: tuple[str, ...]) -> None:
        """Show which ones there are."""
        self._features = features
        shown = [FEATURES[name][0] for name in features]
        self.setText(" ".join([*shown[:2], *(["…"] if len(shown) > 2 else [])]))
        for name, action in self.actions_.items():
            action.setChecked(name in features)

    def _toggle(self, name: str) -> None:
        wanted = {*self._features} ^ {name}
        features = tuple(known for known in FEATURES if known in wanted)
        self.show_features(self._features)  # it is for the data to change it
        self.chosen.emit(features)
