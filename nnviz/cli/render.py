"""``nnviz render``: one picture of a network, without a window."""

import os
from argparse import ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path

from nnviz import environment
from nnviz.cli.networks import add_network, network
from nnviz.cli.options import OptionParser, concerning, one_of, whole_number
from nnviz.core.network import Parameters
from nnviz.data import Dataset
from nnviz.errors import NnvizError
from nnviz.files.atomic import check_target, write_atomic
from nnviz.saying import did_you_mean

ENDINGS = (".png", ".svg")

THEMES = ("dark", "light")

BACKWARD = ("wishes", "gradient")
"""What these show is known only at the end of the score."""


def render(name: str, arguments: Sequence[str]) -> int:
    """Write a picture of a network and one of its examples."""
    parser = OptionParser(
        name,
        "Write a picture of a network that is shown an example, as the window would draw it.",
        "nnviz render --network net.safetensors --data mnist --picture weights --out weights.svg",
    )
    add_network(parser)
    parser.option("--network", "FILE", "a saved network, instead of an untrained one")
    parser.value("--example", whole_number, "0", "which example of the training set, from 0")
    parser.value("--picture", str, "network", "network, matrix, weights, …, or train/layers, descent/surface")
    parser.value("--size", _size, "1280x720", "width x height, in pixels")
    parser.value("--theme", one_of(*THEMES), "dark", "dark or light")
    parser.value("--out", _file, "network.png", "the file: .png or .svg")
    options = parser.read(arguments)
    if options is None:
        return 0
    with concerning("out"):
        check_target(options.out)
    dataset, parameters = network(options)
    with concerning("example"):
        dataset.train.example(options.example)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (problem := environment.problem()) is not None:
        raise NnvizError(problem)
    shown = (options.picture, options.size, options.theme)
    write_atomic(options.out, _drawn(dataset, parameters, options.example, options.out, *shown))
    print(options.out)
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().replace("×", "x").partition("x")
    try:
        return whole_number(width), whole_number(height)
    except ArgumentTypeError:
        raise ArgumentTypeError(f"width x height is needed here, such as 1280x720, not {text!r}") from None


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise ArgumentTypeError(f"a picture is a .png or an .svg file, not {text!r}")
    return path


def _drawn(
    dataset: Dataset,
    parameters: Parameters,
    example: int,
    path: Path,
    picture: str,
    size: tuple[int, int],
    look: str,
) -> bytes:
    from PySide6.QtWidgets import QApplication

    from nnviz.session import Session
    from nnviz.ui import theme
    from nnviz.ui.export.stage import PanelStage
    from nnviz.ui.export.subjects import WINDOW, subjects
    from nnviz.ui.offscreen import delete_now, without_noise

    app = QApplication.instance() or QApplication(["nnviz"])
    assert isinstance(app, QApplication)
    known = {name: subject for name, subject in subjects().items() if name != WINDOW}
    if picture not in known:
        meant = did_you_mean(picture, known)
        raise NnvizError(
            f"there is no picture {picture!r}{meant}; the known ones are: {', '.join(known)}", "picture"
        )
    theme.apply(app, theme.LIGHT if look == "light" else theme.DARK)
    session = Session(dataset, parameters.spec)
    with without_noise():
        session.open_network(parameters)
        session.go_to_example("train", example)
        if picture in BACKWARD:
            session.jump(session.plan.update - 1)
        stage = PanelStage(known[picture], session, size)
        try:
            return stage.svg(known[picture].title) if path.suffix.lower() == ".svg" else stage.png()
        finally:
            stage.close()
            session.close()
            session.deleteLater()
            delete_now(app)
