"""Pictures and films of anything on the screen."""

import importlib.util
import re
from dataclasses import replace
from threading import Event

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QMainWindow, QSpinBox

from nnviz.cli import main
from nnviz.errors import FileError, SettingsError
from nnviz.training.background import Background
from nnviz.ui import theme
from nnviz.ui.export import reel
from nnviz.ui.export.dialog import ExportDialog
from nnviz.ui.export.film import Film
from nnviz.ui.export.journey import Standing, phases, training
from nnviz.ui.export.stage import PanelStage
from nnviz.ui.export.subjects import WINDOW, on_screen, subjects
from nnviz.ui.layers.panel import LayersPage

SMOOTH = Qt.TransformationMode.SmoothTransformation


class FakeReel:
    """Keeps what it is given."""

    def __init__(self, path=None, seconds=1.0, breaks_at=None):
        self.path, self.frames, self.state, self.breaks_at = path, [], "open", breaks_at

    def add(self, pixels):
        if len(self.frames) == self.breaks_at:
            raise FileError("no space is left on the disk")
        self.frames.append(pixels)

    def finish(self):
        self.state = "finished"

    def abandon(self):
        self.state = "abandoned"


@pytest.fixture
def stage(tiny_session):
    made = []

    def stage(name="network", size=(400, 300), session=tiny_session):
        made.append(PanelStage(subjects()[name], session, size))
        return made[-1]

    yield stage
    for each in made:
        if shiboken6.isValid(each.widget):  # a film closes its own
            each.close()


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(640, 360)
    window.show()
    return window


@pytest.fixture
def dialog(qtbot, tiny_session, window):
    dialog = ExportDialog(tiny_session, "", window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def trained(qtbot, tiny_session):
    tiny_session.set_settings(replace(tiny_session.settings, epochs=3, batch=4))
    tiny_session.set_pace(None)
    tiny_session.start()
    qtbot.waitUntil(lambda: tiny_session.run_state == "idle")
    return tiny_session


def where(session):
    return (
        session.place,
        session.length,
        session.cursor,
        session.example,
        session.selection,
        session.parameters.theta.tobytes(),
        session.undoable is None,
        session.redoable is None,
    )


class TestStills:
    def test_a_picture_has_the_size_that_was_asked_for(self, stage):
        assert stage(size=(800, 450)).image().size().toTuple() == (800, 450)

    def test_it_shows_the_network_there_is(self, stage, tiny_session):
        picture = stage()
        before = picture.pixels()
        tiny_session.new_network(tiny_session.spec, "normal", 3)
        assert (picture.pixels() != before).any()

    def test_a_larger_picture_is_drawn_with_more_pixels_not_blown_up(self, stage):
        small, large = stage(size=(400, 300)).image(), stage(size=(1600, 1200)).image()
        blown = small.scaled(1600, 1200)
        assert _sharpness(large) > 2 * _sharpness(blown)

    def test_svg_keeps_text_as_text(self, stage, tiny_session):
        file = stage("matrix").svg("A matrix")
        assert QSvgRenderer(QByteArray(file)).isValid()
        assert b"<title>A matrix</title>" in file
        assert file.count(b"<text") > tiny_session.spec.weight_count(3)

    def test_svg_names_a_font_for_where_ours_is_not(self, stage):
        file = stage("network").svg("")
        assert file.count(b"font-family=") == file.count(b', sans-serif"') > 0

    def test_what_svg_cuts_off_is_cut_off_where_it_is_drawn(self, stage):
        """Browsers read a clip path in the coordinates it is referred to from; Qt forgets to move it."""
        file = stage("descent/curve", size=(900, 700)).svg("").decode()
        defined = dict(re.findall(r'<clipPath id="(\w+)">\s*<path (?:transform="([^"]*)")?', file))
        used = re.findall(r'<g clip-path="url\(#(\w+)\)"><g [^>]*?transform="([^"]+)"', file)
        assert len(defined) > 3
        first = dict(reversed(used))
        assert first == {name: defined[name] for name in first}
        assert any(not transform.startswith("matrix(1,0,0,1,") for transform in first.values())

    def test_svg_keeps_cells_apart(self, stage):
        file = stage("weights").svg("")
        assert b'image-rendering="pixelated"' in file
        assert b'image-rendering="optimizeSpeed"' not in file

    def test_edges_that_can_be_told_apart_are_lines_in_svg(self, tiny_session, stage):
        file = stage().svg("")
        spec = tiny_session.spec
        assert b"<image" not in file
        assert file.count(b"<polyline") >= sum(spec.weight_count(n) for n in spec.layers)

    def test_svg_looks_like_the_picture(self, stage):
        picture = stage(size=(800, 600))
        direct, drawn = picture.image(), QImage(800, 600, QImage.Format.Format_RGB32)
        painter = QPainter(drawn)
        QSvgRenderer(QByteArray(picture.svg(""))).render(painter)
        painter.end()
        small = [_gray(image.scaled(40, 30, mode=SMOOTH)) for image in (direct, drawn)]
        assert np.abs(small[0] - small[1]).mean() < 4

    def test_it_waits_for_what_is_computed_beside_the_window(self, stage):
        picture, done = stage("space"), Event()
        picture.wait()
        work = Background(picture.widget)
        work.ask(lambda stopped: done.wait(5))
        assert picture.waits
        QTimer.singleShot(20, done.set)
        picture.png()
        assert done.is_set()
        assert not picture.waits

    def test_every_subject_can_be_drawn(self, stage, tiny_session):
        background = theme.current().color("background").getRgb()[:3]
        for name in ("weights", "gradient", "update", "train/curves", "train/layers", "descent/curve"):
            assert (stage(name).pixels() != background).any(), name

    @pytest.mark.parametrize("size", [(100, 500), (500, 9000)])
    def test_a_size_that_cannot_be_is_refused(self, stage, size):
        with pytest.raises(SettingsError, match="200 to 8,192"):
            stage(size=size)

    def test_what_is_on_the_screen_is_proposed(self, tiny_session):
        for view, name in (
            ({"picture": "matrix"}, "matrix"),
            ({"workspace": "train", "page": "layers"}, "train/layers"),
            ({"workspace": "descent", "landscape": "surface"}, "descent/surface"),
            ({"workspace": "lessons"}, WINDOW),
        ):
            tiny_session.set_view(replace(tiny_session.view, **view))
            assert on_screen(tiny_session) == name
            assert name in subjects()


def _sharpness(image):
    return np.abs(np.diff(_gray(image), axis=1)).max(axis=0).mean()


def _gray(image):
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(int)


class TestJourney:
    def test_it_goes_through_the_phases_and_back(self, tiny_session):
        tiny_session.jump(3)
        before, standing = where(tiny_session), Standing.of(tiny_session)
        seen = []
        for go in phases(tiny_session):
            go()
            seen.append(tiny_session.cursor)
        standing.restore(tiny_session)
        assert seen == [*range(tiny_session.plan.update)]
        assert where(tiny_session) == before

    def test_an_update_that_was_made_is_redone_not_made_again(self, tiny_session):
        tiny_session.jump(tiny_session.plan.update)
        before, standing = where(tiny_session), Standing.of(tiny_session)
        moment = tiny_session.moment
        for go in phases(tiny_session):
            go()
        assert tiny_session.updated
        tiny_session.jump(2)
        standing.restore(tiny_session)
        assert where(tiny_session) == before
        assert tiny_session.moment is moment

    @pytest.mark.parametrize("standing_at", ["the end", "in between", "backward", "an update"])
    def test_it_goes_through_a_training_and_back(self, trained, standing_at):
        if standing_at == "in between":
            trained.visit(4)
        elif standing_at == "backward":
            trained.jump(trained.plan.update - 2)
        elif standing_at == "an update":
            trained.visit(5)
            trained.jump(trained.plan.update)
        before, standing = where(trained), Standing.of(trained)
        places = []
        for go in training(trained, 5):
            go()
            places.append(trained.place)
        standing.restore(trained)
        assert (places[0], places[-1], len(places)) == (0, trained.length, 5)
        assert where(trained) == before

    def test_a_short_history_has_no_frame_twice(self, trained):
        assert len(training(trained, 100)) == trained.length + 1


class TestFilm:
    def film(self, qtbot, session, stage, script, **options):
        fake = FakeReel(**options)
        film = Film(session, stage, script, fake, session)
        return film, fake

    def test_it_takes_a_frame_of_every_phase(self, qtbot, tiny_session, stage):
        before = where(tiny_session)
        film, fake = self.film(qtbot, tiny_session, stage(), lambda: phases(tiny_session))
        taken = []
        film.progressed.connect(taken.append)
        with qtbot.waitSignal(film.ended, check_params_cb=lambda done: done):
            film.start()
        assert taken == [*range(1, len(film) + 1)]
        assert fake.state == "finished"
        assert len({frame.tobytes() for frame in fake.frames}) > len(film) // 2
        assert {frame.shape for frame in fake.frames} == {(300, 400, 3)}
        assert where(tiny_session) == before

    def test_a_frame_waits_for_what_it_shows(self, qtbot, trained, stage):
        picture = stage("space")
        film, fake = self.film(qtbot, trained, picture, lambda: training(trained, 3))
        waited = []
        film.progressed.connect(lambda: waited.append(picture.waits))
        with qtbot.waitSignal(film.ended, check_params_cb=lambda done: done):
            film.start()
        assert waited == [False] * 3
        assert len({frame.tobytes() for frame in fake.frames}) == 3

    def test_canceled_it_leaves_nothing_and_goes_back(self, qtbot, trained, stage):
        before = where(trained)
        film, fake = self.film(qtbot, trained, stage(), lambda: training(trained, 6))
        film.progressed.connect(lambda k: k == 2 and film.cancel())
        with qtbot.waitSignal(film.ended, check_params_cb=lambda done: not done):
            film.start()
        assert (fake.state, len(fake.frames)) == ("abandoned", 2)
        assert where(trained) == before

    def test_what_fails_is_said_and_it_goes_back(self, qtbot, tiny_session, stage):
        before = where(tiny_session)
        film, fake = self.film(qtbot, tiny_session, stage(), lambda: phases(tiny_session), breaks_at=1)
        with qtbot.waitSignal(film.failed, check_params_cb=lambda text: "no space" in text):
            film.start()
        assert fake.state == "abandoned"
        assert where(tiny_session) == before


class TestDialog:
    def test_a_png_of_its_own_size(self, dialog, tmp_path):
        dialog.form.size_.choose("own")
        dialog.form.width_.setValue(500)
        dialog.form.height_.setValue(400)
        dialog.write(tmp_path / "a.png")
        assert QImage(str(tmp_path / "a.png")).size().toTuple() == (500, 400)
        assert not dialog.isVisible()

    def test_the_window_at_the_size_it_has(self, dialog, tmp_path):
        dialog.form.subject.choose(WINDOW)
        assert not dialog.form.size_.isVisible()
        dialog.write(tmp_path / "a.png")
        assert QImage(str(tmp_path / "a.png")).size().toTuple() == (640, 360)

    def test_an_svg(self, dialog, tmp_path):
        dialog.form.choose_format(".svg")
        dialog.write(tmp_path / "a.svg")
        assert QSvgRenderer(str(tmp_path / "a.svg")).isValid()

    def test_where_nothing_can_be_saved_it_says_so_and_stays(self, dialog, tmp_path):
        dialog.write(tmp_path / "nowhere" / "a.png")
        assert "there is no folder" in dialog.error.text()
        assert dialog.isVisible()

    def test_a_film_shows_its_progress_and_closes_the_dialog(self, dialog, qtbot, tmp_path, monkeypatch):
        fakes = []
        monkeypatch.setattr(reel, "open_reel", lambda *args: fakes.append(FakeReel(*args)) or fakes[-1])
        dialog.form.choose_format(".mp4")
        assert not dialog.form.moves.model().item(1).isEnabled()  # nothing has been trained
        dialog.write(tmp_path / "a.mp4")
        assert dialog.progress.isVisible()
        assert not dialog.form.isEnabled()
        qtbot.waitUntil(lambda: not dialog.isVisible())
        assert fakes[0].state == "finished"

    def test_every_control_has_a_name_and_teaches(self, dialog):
        controls = dialog.findChildren(QComboBox) + dialog.findChildren(QSpinBox)
        assert len(controls) == 7
        assert all(control.accessibleName() and control.toolTip() for control in controls)
        buttons = [*dialog.form.format.buttons.values(), dialog.save_button, dialog.cancel_button]
        assert all(button.toolTip() for button in buttons)

    def test_cancel_gives_the_film_up_and_the_dialog_stays(self, dialog, qtbot, tmp_path, monkeypatch):
        fake = FakeReel()
        monkeypatch.setattr(reel, "open_reel", lambda *args: fake)
        dialog.form.choose_format(".gif")
        dialog.write(tmp_path / "a.gif")
        qtbot.waitUntil(lambda: len(fake.frames) == 1)
        dialog.reject()
        assert fake.state == "abandoned"
        assert dialog.isVisible()
        assert dialog.form.isEnabled()

    def test_without_the_libraries_films_are_not_offered(self, qtbot, tiny_session, window, monkeypatch):
        found = importlib.util.find_spec
        monkeypatch.setattr(
            reel, "find_spec", lambda name: None if name in ("PIL", "imageio") else found(name)
        )
        dialog = ExportDialog(tiny_session, "", window)
        qtbot.addWidget(dialog)
        assert not dialog.form.format.buttons[".gif"].isEnabled()
        assert not dialog.form.format.buttons[".mp4"].isEnabled()
        assert f"{reel._python()} -m pip install 'nnviz[export]'" in dialog.form.note.text()

    def test_the_interpreter_is_named_as_it_is_called_here(self, monkeypatch, tmp_path):
        python = tmp_path / ".venv" / "bin" / "python"
        monkeypatch.setattr(reel.sys, "executable", str(python))
        assert reel._python() == str(python)
        monkeypatch.chdir(tmp_path)
        assert reel._python() == str(python.relative_to(tmp_path))

    def test_an_empty_picture_is_refused_in_one_sentence(self, dialog, tmp_path):
        dialog.form.subject.choose("update")
        dialog.write(tmp_path / "a.png")
        assert "nothing to show now: This network has not been changed yet" in dialog.error.text()
        assert [*tmp_path.iterdir()] == []


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # imageio's own
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
class TestFiles:
    @pytest.mark.parametrize("suffix", [".gif", ".mp4"])
    def test_a_film_can_be_read_again(self, qtbot, tiny_session, stage, tmp_path, suffix):
        pytest.importorskip("PIL")
        imageio = pytest.importorskip("imageio.v2")
        pytest.importorskip("imageio_ffmpeg")
        path = tmp_path / f"film{suffix}"
        frames = reel.open_reel(path, 0.1)
        film = Film(tiny_session, stage(), lambda: phases(tiny_session)[:4], frames, tiny_session)
        with qtbot.waitSignal(film.ended, timeout=20_000):
            film.start()
        with imageio.get_reader(path) as reader:
            shapes = [frame.shape[:2] for frame in reader]
        assert shapes == [(300, 400)] * (4 if suffix == ".gif" else 8)
        assert [*tmp_path.iterdir()] == [path]

    def test_colors_that_are_rare_stay_what_they_mean(self, tmp_path):
        image = pytest.importorskip("PIL.Image")
        random = np.random.default_rng(0)
        pixels = np.repeat(random.integers(0, 80, (200, 200, 1), np.uint8), 3, axis=2)
        pixels[..., 2] += random.integers(0, 80, (200, 200), np.uint8)
        gold = theme.current().color("selection").getRgb()[:3]
        pixels[5, 5] = gold
        frames = reel.open_reel(tmp_path / "a.gif", 1.0)
        frames.add(pixels)
        frames.finish()
        with image.open(tmp_path / "a.gif") as written:
            shown = np.array(written.convert("RGB").getpixel((5, 5)))
        assert np.abs(shown - gold).max() < 12

    def test_given_up_nothing_is_left(self, tmp_path, monkeypatch):
        pytest.importorskip("imageio_ffmpeg")
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        frames = reel.open_reel(tmp_path / "a.mp4", 1.0)
        frames.add(np.zeros((301, 401, 3), np.uint8))
        frames.abandon()
        assert [*tmp_path.iterdir()] == []


class TestCommand:
    def test_it_writes_the_picture_of_an_example(self, qapp, tmp_path, capsys):
        files = [tmp_path / f"{n}.png" for n in range(2)]
        for n, file in enumerate(files):
            words = ["render", "--data", "xor", "--hidden", "2", "--example", str(n), "--size", "400x300"]
            assert main([*words, "--out", str(file)]) == 0
        images = [QImage(str(file)) for file in files]
        assert images[0].size().toTuple() == (400, 300)
        assert images[0] != images[1]

    def test_what_a_picture_has_beside_its_empty_part_is_drawn(self, stage):
        layers = stage("train/layers")
        layers.png()
        page = layers.widget.findChild(LayersPage)
        assert page.norms.isHidden()
        assert page.bars.isVisible()

    def test_pictures_of_the_way_back_stand_at_its_end(self, qapp, tmp_path):
        words = ["--data", "xor", "--picture", "wishes", "--out", str(tmp_path / "a.png")]
        assert main(["render", *words]) == 0

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (
                ["--picture", "curve"],
                "--picture: this picture has nothing to show now: It shows data of 1 input",
            ),
            (["--picture", "update"], "This network has not been changed yet"),
            (["--picture", "train/curves"], "nothing has been trained here yet"),
            (["--picture", "train/race"], "No race has been run yet"),
            (["--picture", "moon"], "--picture: there is no picture 'moon'"),
            (["--size", "large"], "--size: width x height"),
            (["--size", "10x10"], "--size: width and height of a picture are 200"),
            (["--out", "a.bmp"], "--out: a picture is a .png or an .svg file"),
            (["--example", "9999"], "--example:"),
        ],
    )
    def test_mistakes_are_named(self, qapp, tmp_path, capsys, words, sentence):
        out = ["--out", str(tmp_path / "a.png")] if "--out" not in words else []
        assert main(["render", "--data", "xor", *out, *words]) == 2
        assert sentence in capsys.readouterr().err
        assert [*tmp_path.iterdir()] == []
