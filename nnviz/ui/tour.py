"""A guided tour of the window: each of its main states set up in the real program, and a picture of it.

Every scene begins with a window of its own, so that it can be read, changed and drawn without the others.
Only the Session is driven, as the user's commands drive it; what a training shows was trained. Parameters
and examples are the same every time; how many points a curve has between two epochs depends on the machine.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from nnviz import data
from nnviz.core.network import Location, NetworkSpec
from nnviz.core.steps import Phase
from nnviz.errors import FileError
from nnviz.session import Neuron, Session
from nnviz.ui import theme
from nnviz.ui.data_chooser.dialog import DataChooser
from nnviz.ui.new_network.dialog import NetworkDialog
from nnviz.ui.new_network.presets import CURVE, LINEAR, begin
from nnviz.ui.offscreen import delete_now, wait_until, without_noise
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import TRAIN
from nnviz.wording import tr

SEED = 1
SIZE = (1280, 720)
LAYOUT_ROUNDS = 3
"""How often events are let through before a picture: a layout that moves may move another."""

VEIL = 0.6
"""How much of the window a dialog's veil hides."""

SetUp = Callable[[Session, MainWindow], QDialog | None]


@dataclass(frozen=True)
class Scene:
    """One state of the window.

    Attributes
    ----------
    name : str
        The name of its picture, without ending.
    set_up : callable
        ``set_up(session, window)`` brings a new, visible window into the state; a dialog it returns
        is drawn above the window.
    colors : Theme
        The theme it is shown in.
    scale : float
        The scale of type.
    size : tuple of int
        Width and height of the window in pixels.
    """

    name: str
    set_up: SetUp
    colors: theme.Theme = theme.DARK
    scale: float = 1.0
    size: tuple[int, int] = SIZE


# The scenes


def _input(session: Session, window: MainWindow) -> None:
    session.jump(0)


def _to(kind: str, layer: int) -> SetUp:
    """Return a set-up that reveals the calculation up to a phase."""

    def reveal(session: Session, window: MainWindow) -> None:
        position = session.plan.phases.index(Phase(kind, layer))  # type: ignore[arg-type]
        session.jump(position)

    return reveal


def _update(session: Session, window: MainWindow) -> None:
    session.jump(session.plan.update)


def _neuron(session: Session, window: MainWindow) -> None:
    _train(session, epochs=5)
    session.select(Neuron(1, 3))


def output_neuron(session: Session, window: MainWindow) -> None:
    """Take the output of what was wanted apart, in a trained network, when its δ stands."""
    _train(session, epochs=5)
    session.show_split("test")
    _to("delta", session.spec.depth)(session, window)
    session.select(Neuron(session.spec.depth, session.label or 0))


def _weight(session: Session, window: MainWindow) -> None:
    _train(session, epochs=5)
    _to("gradient", 2)(session, window)
    session.select(Location("w", 2, 4, 7))


def _running(session: Session, window: MainWindow) -> None:
    """Show a training under way, slow enough that it still runs when the picture is taken."""
    _train(session, epochs=2)
    window.tabs.setCurrentIndex(TRAIN)
    session.set_pace(10.0)
    before = session.updates
    session.start()
    wait_until(lambda: session.updates > before, session.changed)


def _trained(session: Session, window: MainWindow) -> None:
    _train(session, epochs=10)
    window.tabs.setCurrentIndex(TRAIN)


def _diverged(session: Session, window: MainWindow) -> None:
    """Show what the window says when a training fails."""
    spec = NetworkSpec.build(784, (16, 16), 10, "relu", "identity")
    session.new_network(spec, "scaled", SEED)
    # Few updates an epoch: it is over before the worker finds time for measuring in between.
    session.set_settings(replace(session.settings, rate=50.0, batch=100))
    _train(session, epochs=1)


def _softmax(session: Session, window: MainWindow) -> None:
    spec = NetworkSpec.build(784, (16, 16), 10, "relu", "softmax", "cross_entropy")
    session.new_network(spec, "he", SEED)
    session.set_rate(0.1)
    _train(session, epochs=5)
    _to("delta", 2)(session, window)


def _regression(session: Session, window: MainWindow) -> None:
    """Show a network without a hidden layer: softmax regression."""
    spec = NetworkSpec.build(784, (), 10, output="softmax", cost="cross_entropy")
    session.new_network(spec, "zeros", SEED)
    session.set_rate(0.1)
    _train(session, epochs=5)
    session.select(Neuron(1, 3))


def _deep(session: Session, window: MainWindow) -> None:
    small = data.load("digits8")
    spec = NetworkSpec.build(small.n_inputs, (16, 16, 16, 16), small.n_outputs, "tanh")
    session.new_network(spec, "glorot", SEED, small)
    _to("gradient", 3)(session, window)


def _dialog(session: Session, window: MainWindow) -> QDialog:
    return NetworkDialog(session, window)


def _picture(name: str) -> SetUp:
    """Put another picture in the middle, after a short training and a whole backward pass."""

    def show(session: Session, window: MainWindow) -> None:
        _train(session, epochs=3)
        session.jump(session.plan.update - 1)
        session.select(Neuron(1, 3))
        session.set_view(replace(session.view, picture=name))

    return show


def _plane(session: Session, window: MainWindow) -> None:
    """Show what every neuron makes of the plane, once the spirals have come apart."""
    session.use_data(data.load("spirals?noise=0.03"), anew=True)
    session.set_rate(0.3)
    _train(session, epochs=60)
    session.set_view(replace(session.view, picture="plane"))


def _curve(session: Session, window: MainWindow) -> None:
    """Show the function of a network over the points, and the bent pieces it is the sum of."""
    begin(session, CURVE, data.load(CURVE.data), SEED)
    _train(session, epochs=200)
    session.set_view(replace(session.view, picture="curve", curve="pieces"))


def _line(session: Session, window: MainWindow) -> None:
    """Show linear regression on its way to the least-squares line."""
    begin(session, LINEAR, data.load(LINEAR.data), SEED)
    _train(session, epochs=1)
    session.go_to_example("train", 7)
    session.set_view(replace(session.view, picture="curve"))


def _landscape(session: Session, window: MainWindow) -> None:
    """Show the network's own cost, around the path of a short training."""
    _train(session, epochs=5)
    session.set_view(replace(session.view, workspace="descent", landscape="network"))
    session.landscape.want(kind="path")
    wait_until(lambda: not session.landscape.busy, session.changed)


def _descent_curve(session: Session, window: MainWindow) -> None:
    """Show twenty balls in the minima they have come to, and one on its way."""
    session.set_view(replace(session.view, workspace="descent", landscape="curve"))
    walk = session.descent.curve
    walk.set_crowd(True)
    walk.set_rate(0.12)
    walk.to_end(5)


def _descent_surface(session: Session, window: MainWindow) -> None:
    """Show the careful and the drunk walkers on the cost of a real neuron."""
    session.set_view(replace(session.view, workspace="descent", landscape="surface"))
    walk = session.descent.surface
    walk.choose("neuron")
    walk.set_active(("full", "batch", "single"))
    walk.set_pace("epoch")
    walk.to_end(12)


def _page(name: str) -> SetUp:
    """Put another page beside the network, after a training."""

    def show(session: Session, window: MainWindow) -> None:
        _trained(session, window)
        window.laboratory.show_page(name)
        if name == "exam":
            wait_until(lambda: session.exam.current("test") is not None, session.changed)

    return show


def _data(session: Session, window: MainWindow) -> QDialog:
    """Show what can be chosen; what is not on every computer is not waited for."""
    window.files.data.choose("spirals")
    (chooser,) = window.findChildren(DataChooser)
    return chooser


SCENES = (
    Scene("01-input", _input),
    Scene("02-forward", _to("activation", 1)),
    Scene("03-cost", _to("cost", 3)),
    Scene("04-backward-delta", _to("delta", 3)),
    Scene("05-gradient", _to("gradient", 1)),
    Scene("06-after-one-update", _update),
    Scene("07-hidden-neuron", _neuron),
    Scene("08-output-neuron", output_neuron),
    Scene("09-weight", _weight),
    Scene("10-training-running", _running),
    Scene("11-trained", _trained),
    Scene("12-diverged", _diverged),
    Scene("13-network-dialog", _dialog),
    Scene("14-softmax-cross-entropy", _softmax),
    Scene("15-no-hidden-layer", _regression),
    Scene("16-deep-on-8x8", _deep),
    Scene("17-light", output_neuron, theme.LIGHT),
    Scene("18-light-training", _trained, theme.LIGHT),
    Scene("19-full-hd", _weight, size=(1920, 1080)),
    Scene("20-large-type", output_neuron, scale=1.5, size=(1920, 1080)),
    Scene("21-blue-orange", _neuron, theme.LIGHT.with_palette(theme.BLUE_ORANGE)),
    Scene("22-plus-minus", _neuron, theme.DARK.with_palette(theme.BLUE_RED_GLYPHS)),
    Scene("23-wishes", _picture("wishes")),
    Scene("24-gradient-list", _picture("gradient")),
    Scene("25-many-examples", _picture("examples")),
    Scene("26-functions", _picture("functions")),
    Scene("27-settings", _page("settings")),
    Scene("28-exam", _page("exam")),
    Scene("29-plane", _plane),
    Scene("30-descent-curve", _descent_curve),
    Scene("31-descent-surface", _descent_surface),
    Scene("32-descent-network", _landscape),
    Scene("33-curve", _curve),
    Scene("34-linear-regression", _line),
    Scene("35-data", _data),
)


# Taking the pictures


def take(folder: Path, scenes: tuple[Scene, ...] = SCENES) -> Iterator[Path]:
    """Write a PNG of each scene into an existing folder, one after the other, and yield its path.

    Raises
    ------
    FileError
        When a picture cannot be written.
    """
    app = QApplication.instance() or QApplication(["nnviz"])
    assert isinstance(app, QApplication)
    with without_noise():
        for scene in scenes:
            file = folder / f"{scene.name}.png"
            if not picture(app, scene).save(str(file)):
                raise FileError(tr("the picture {file} cannot be written", file=file))
            yield file


def picture(app: QApplication, scene: Scene) -> QPixmap:
    """Return the picture of one scene."""
    theme.apply(app, scene.colors, scene.scale)
    session = Session(data.load("digits"), seed=SEED)
    window = MainWindow(session)
    try:
        window.resize(*scene.size)
        window.show()
        dialog = scene.set_up(session, window)
        return _grab(app, window, dialog)
    finally:
        window.close()  # ends a training that runs
        for done in (window, session):
            done.deleteLater()
        delete_now(app)  # else the garbage collector would, in the middle of another window's layout


def _grab(app: QApplication, window: MainWindow, dialog: QDialog | None) -> QPixmap:
    if dialog is not None:
        dialog.show()
    for _ in range(LAYOUT_ROUNDS):
        app.processEvents()
        delete_now(app)
    window.network.view.settle()
    whole = window.grab()
    if dialog is not None:
        _paint_over(whole, window, dialog)
        dialog.close()
    return whole


def _paint_over(whole: QPixmap, window: QWidget, dialog: QDialog) -> None:
    """Lay a dialog over the picture of its window, which steps back behind it; the frame is the desktop's."""
    place = QRect(window.rect().center() - dialog.rect().center(), dialog.size())
    painter = QPainter(whole)
    painter.fillRect(whole.rect(), theme.current().color("background", VEIL))
    painter.drawPixmap(place.topLeft(), dialog.grab())
    painter.setPen(theme.current().color("control_border"))
    painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()


def _train(session: Session, epochs: int) -> None:
    """Train to the end, in the worker as a user would, and until the test set has been asked."""
    session.set_settings(replace(session.settings, epochs=epochs))
    session.set_pace(None)
    session.start()
    wait_until(lambda: session.run_state == "idle" and session.standing is not None, session.changed)
