"""The dialog that gives the session a new network."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nnviz.errors import NnvizError
from nnviz.session import Session
from nnviz.ui import theme
from nnviz.ui.fields import described
from nnviz.ui.new_network.form import NetworkForm
from nnviz.ui.new_network.presets import PRESETS
from nnviz.wording import parameter_count, parameter_count_apart, tr

WIDTH = 560.0
"""At type scale 1."""

RELU_RATE = 0.1
"""With more, ReLU networks on images die in the first updates (the default of 1 leaves them at chance)."""

SPARE, LEAST_FORM = 48.0, 120.0
"""Height of the screen left for the window's title, and of the form at least, at type scale 1."""


class NetworkDialog(QDialog):
    """Describes a network and hands it to the session.

    Parameters
    ----------
    session : Session
        Its present network is where the dialog begins; accepting gives it a new one, which can be undone.
    parent : QWidget, optional
        The window it belongs to.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("New network"))
        self.setModal(True)
        self.form = NetworkForm(session)
        self._make_presets()
        self._make_texts()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show()
        theme.on_change(self, self._measure)

    # Building

    def _make_presets(self) -> None:
        self.presets = {preset: QPushButton(tr(preset.title), autoDefault=False) for preset in PRESETS}
        for preset, button in self.presets.items():
            button.setCheckable(True)
            described(button, tr(preset.title), tr(preset.tip))

    def _make_texts(self) -> None:
        self.preview, self.apart, self.error = (QLabel(wordWrap=True) for _ in range(3))
        for label, role in ((self.preview, "title"), (self.apart, "muted"), (self.error, "error")):
            theme.set_role(label, role)
        self.error.hide()
        self.hint = QLabel(wordWrap=True)
        self.hint.setText(tr("ReLU wants small steps: set the learning rate to 0.1 or less before training."))
        theme.set_role(self.hint, "warning")

    def _make_buttons(self) -> None:
        boxes = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(boxes.Ok | boxes.Cancel)
        self.create_button = self.buttons.button(boxes.Ok)
        self.create_button.setText(tr("Create network"))
        self.create_button.setToolTip(tr("Builds it; undo brings the present network back. (Enter)"))
        theme.set_role(self.create_button, "primary")
        self.cancel_button = self.buttons.button(boxes.Cancel)
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Leaves the present network as it is. (Esc)"))

    def _lay_out(self) -> None:
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFixedHeight(0)  # _fit gives it what the form needs
        self._area.setWidget(self.form)
        self.form.installEventFilter(self)
        card = QFrame()
        theme.set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.addWidget(self.preview)
        inside.addWidget(self.apart)
        inside.addWidget(self.hint)
        layout = QVBoxLayout(self)
        layout.addLayout(self._preset_grid())
        layout.addSpacing(8)
        for widget in (self._area, card, self.error, self.buttons):
            layout.addWidget(widget)

    def _preset_grid(self) -> QGridLayout:
        grid = QGridLayout()
        title = QLabel(tr("start from"))
        theme.set_role(title, "muted")
        grid.addWidget(title, 0, 0, 1, 2)
        for place, button in enumerate(self.presets.values(), 2):
            grid.addWidget(button, *divmod(place, 2))
        return grid

    def _connect(self) -> None:
        self.form.changed.connect(self._show)
        self.form.failed.connect(self._complain)
        self.form.seed.refused.connect(self._complain)
        self.form.hidden.refused.connect(self._complain)
        for preset, button in self.presets.items():
            button.clicked.connect(lambda _, preset=preset: self.form.choose_preset(preset))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # What it says and does

    def _show(self) -> None:
        """Say what the description amounts to."""
        spec = self.form.spec()
        self.preview.setText(f"{spec} · {parameter_count(spec)}")
        self.apart.setText(parameter_count_apart(spec))
        self.error.hide()
        self.hint.setVisible("relu" in spec.activations and self._session.settings.rate > RELU_RATE)
        for preset, button in self.presets.items():
            button.setChecked(self.form.matches(preset))

    def accept(self) -> None:
        """Hand the network to the session; what cannot be is explained, and the dialog stays."""
        try:
            self._session.new_network(*self.form.choice())
            for preset in (p for p in PRESETS if self.form.matches(p)):
                self._session.set_rate(preset.rate)
        except NnvizError as error:
            self._complain(str(error))
            return
        super().accept()

    def _complain(self, sentence: str) -> None:
        self.error.setText(sentence[:1].upper() + sentence[1:])
        self.error.show()

    # Room

    def _measure(self) -> None:
        for child in self.findChildren(QLayout):
            child.setSpacing(round(theme.px(8)))
        layout, margin = self.layout(), round(theme.px(16))
        assert layout is not None
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setFixedWidth(round(theme.px(WIDTH)))

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with what the dialog says."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the form, whose scroll area keeps its requests to itself."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle of the window, buttons on the screen: Qt places before the form has grown."""
        super().showEvent(event)
        self._fit()
        parent, screen = self.parentWidget(), self.screen().availableGeometry()
        place = self.frameGeometry()
        place.moveCenter(parent.window().frameGeometry().center() if parent else screen.center())
        place.moveBottom(min(place.bottom(), screen.bottom()))
        place.moveTop(max(place.top(), screen.top()))
        self.move(place.topLeft())

    def _fit(self) -> None:
        """Be as high as the form needs; where the screen is too low for that, the form scrolls."""
        layout, form = self.layout(), self.form.layout()
        if layout is None or form is None:
            return
        margins = layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        wanted = _height(form, room)
        others = _height(layout, self.width()) - self._area.minimumHeight()
        most = round(self.screen().availableGeometry().height() - theme.px(SPARE)) - others
        # Left to itself, the scroll bar takes width, a text wraps, and so the bar is needed.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if wanted > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(bar)
        self._area.setFixedHeight(max(min(wanted, most), round(theme.px(LEAST_FORM))))
        self.setFixedHeight(_height(layout, self.width()))


def _height(layout: QLayout, width: int) -> int:
    """Return the height a layout wants in a given width: texts that wrap know theirs only then."""
    layout.activate()
    return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
