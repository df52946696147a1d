"""The one place in which data are chosen: pictures, words, keys, points described, networks, places."""

import io
import tarfile

import numpy as np
import pytest
from folders import idx_folder
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow
from seeing import colors_in

from nnviz.data import load
from nnviz.data.cifar import RECORD, TEST, TRAIN
from nnviz.data.places import drawings_file
from nnviz.document import Document
from nnviz.ui import theme
from nnviz.ui.data_button import icon_of
from nnviz.ui.data_chooser.dialog import DataChooser
from nnviz.ui.file_menu import FileMenu
from nnviz.ui.own_data import OwnDataDialog
from nnviz.ui.preferences import Preferences
from nnviz.ui.sample_view import SamplePicture
from nnviz.ui.window import MainWindow

TABLE = "length,width,kind\n" + "".join(f"{i},{-i / 3:.2f},{'ab'[i % 2]}\n" for i in range(20))


@pytest.fixture(autouse=True)
def nothing_there(monkeypatch, tmp_path):
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    drawings_file().unlink(missing_ok=True)


@pytest.fixture
def preferences():
    return Preferences.forgetful()


@pytest.fixture
def window(qtbot, session, preferences):
    """What opens the chooser, without all that stands around it in the real window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.document = Document(session)
    window.files = FileMenu(session, window.document, preferences, window)
    window.resize(1280, 720)
    window.show()
    yield window
    window.document.close()


@pytest.fixture
def choose(qtbot, window):
    """Opens the chooser and returns it."""
    opened = []

    def choose(key=""):
        window.files.data.choose(key)
        opened.append(window.findChildren(DataChooser)[-1])
        return opened[-1]

    yield choose
    for each in window.findChildren(DataChooser):
        each.done(0)


@pytest.fixture
def idle(qtbot, window):
    return lambda: qtbot.waitUntil(lambda: window.document.loading is None)


@pytest.fixture
def answer(monkeypatch):
    """Answers the dialogs that ask for a place."""

    def answer(place):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(place), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))

    return answer


def entries(chooser):
    return {tile.entry.key: tile.entry for tile in chooser.tiles.tiles}


def is_open(window):
    return any(chooser.isVisible() for chooser in window.findChildren(DataChooser))


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


class TestPictures:
    def test_everything_that_comes_with_the_program_has_one(self, choose):
        tiles = choose().tiles.tiles
        words = {tile.entry.key for tile in tiles if not tile.pictured}
        assert words == {"mnist", "cifar10", "drawings", "table", "folder"}
        assert {"digits", "digits8", "circles", "spirals", "line", "sine", "chain"} <= {
            tile.entry.key for tile in tiles if tile.pictured
        }

    def test_it_shows_the_very_images(self, choose):
        chooser = choose("digits8")
        data = load("digits8")
        image = chooser.details.picture.image(3)
        off, on = (theme.current().color(role).red() for role in ("image_off", "image_on"))
        expected = np.rint(off + (on - off) * data.train.x[3].reshape(8, 8))
        found = [[image.pixelColor(c, r).red() for c in range(8)] for r in range(8)]
        np.testing.assert_array_equal(found, expected)

    def test_points_have_the_color_of_their_class(self, qtbot, choose):
        tile = choose().tiles.tile("blobs")
        picture = tile.grab().toImage()
        seen = colors_in(picture.copy(0, 0, picture.width(), 80))
        now = theme.current()
        assert {now.color(f"category {k}").name() for k in range(3)} <= seen
        assert now.color("category 3").name() not in seen

    def test_what_takes_longer_comes_later(self, qtbot, choose, preferences, tmp_path):
        folder = str(idx_folder(tmp_path / "images"))
        preferences.remember(folder)
        chooser = choose()
        tile = chooser.tiles.tile(folder)
        qtbot.waitUntil(lambda: tile.pictured)
        chooser.choose(folder)
        data = load(folder)
        np.testing.assert_allclose(
            chooser.samples.get(folder).images.reshape(10, -1), data.test.x[:24], rtol=1e-6
        )

    def test_what_cannot_be_read_is_said_when_it_is_opened(
        self, qtbot, choose, preferences, tmp_path, session, idle
    ):
        (tmp_path / "bad.csv").write_text("1,2\n3\n")
        preferences.remember(str(tmp_path / "bad.csv"))
        chooser = choose(str(tmp_path / "bad.csv"))
        qtbot.waitUntil(lambda: not chooser.samples.busy)
        assert not chooser.error.isVisible()
        chooser.accept()
        idle()
        assert "line 2 has 1 columns" in chooser.error.text()
        assert chooser.isVisible()
        assert session.dataset.name == "digits"

    def test_they_follow_the_theme(self, qapp, choose):
        tile = choose().tiles.tile("digits")
        corners = []
        for colors in (theme.DARK, theme.LIGHT):
            theme.apply(qapp, colors)
            corners.append(tile.grab().toImage().pixelColor(6, 6).name())
        assert corners == [theme.DARK.image_off, theme.LIGHT.image_off]

    def test_closed_it_reads_no_more(self, qtbot, choose, preferences, tmp_path):
        preferences.remember(str(idx_folder(tmp_path / "images")))
        chooser = choose()
        chooser.reject()
        assert not chooser.samples.busy


class TestChoosing:
    def test_it_begins_with_what_is_open(self, choose, session):
        chooser = choose()
        assert chooser.entry.key == "digits"
        assert chooser.focusWidget() is chooser.tiles.tile("digits")
        assert "1,500 examples to train on and 297 to test." in chooser.details.summary.text()
        assert chooser.details.offer.sentence.text() == "The present network fits and goes on with them."
        before = session.moment
        chooser.accept()
        assert not chooser.isVisible()
        assert session.moment is before  # they are open: nothing changes

    def test_a_network_that_suits_them(self, qtbot, choose, session, idle):
        chooser = choose("sine")
        press(qtbot, chooser.details.offer.kind.buttons["anew"])
        assert "1-16-1, tanh → identity, η = 0.05" in chooser.details.offer.sentence.text()
        chooser.accept()
        idle()
        assert (str(session.spec), session.spec.cost) == ("1-16-1", "squared")
        assert session.settings.rate == 0.05

    def test_a_double_click_takes_them(self, qtbot, choose, session, idle):
        tile = choose().tiles.tile("moons")
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        qtbot.mouseDClick(tile, Qt.MouseButton.LeftButton)
        idle()
        assert session.dataset.name == "moons"

    def test_keys(self, qtbot, choose, session, idle):
        chooser = choose()
        chooser.activateWindow()
        qtbot.waitUntil(chooser.isActiveWindow)
        for key, chosen in (
            (Qt.Key.Key_Right, "digits8"),
            (Qt.Key.Key_Down, "moons"),
            (Qt.Key.Key_Right, "blobs"),
        ):
            qtbot.keyClick(chooser.focusWidget(), key)
            assert chooser.entry.key == chosen
        qtbot.keyClick(chooser, Qt.Key.Key_Return)
        idle()
        assert session.dataset.name == "blobs"

    def test_esc_leaves_everything_as_it_is(self, qtbot, choose, session):
        chooser = choose("spirals")
        qtbot.keyClick(chooser, Qt.Key.Key_Escape)
        assert not chooser.isVisible()
        assert session.dataset.name == "digits"

    def test_every_tile_has_a_name_and_a_tooltip_that_teaches(self, choose):
        for tile in choose().tiles.tiles:
            assert tile.accessibleName()
            assert tile.entry.about in tile.toolTip()
            assert len(tile.entry.about) > 20

    def test_large_type_scrolls_down_and_never_sideways(self, qapp, window, choose):
        window.resize(1280, 720)
        theme.apply(qapp, theme.DARK, 2.0)
        chooser = choose("sine")
        area = chooser._area
        right = max(tile.geometry().right() for tile in chooser.tiles.tiles)
        assert right <= area.viewport().width()
        tile = chooser.tiles.tile("sine")
        assert (
            area.viewport()
            .rect()
            .intersects(tile.rect().translated(tile.mapTo(area.viewport(), tile.rect().topLeft())))
        )


class TestInTheWindow:
    @pytest.fixture
    def window(self, qtbot, session, preferences):
        window = MainWindow(session, preferences, Document(session))
        window.asks_before_closing = False
        qtbot.addWidget(window)
        window.show()
        return window

    def test_one_click_and_it_can_be_undone(self, qtbot, window, choose, session, idle):
        chooser, before = choose(), session.parameters
        press(qtbot, chooser.tiles.tile("spirals"))
        assert chooser.details.offer.sentence.text() == "A new network that fits takes over: 2-16-16-2."
        assert session.dataset.name == "digits"
        press(qtbot, chooser.take)
        idle()
        assert not is_open(window)
        assert (session.dataset.name, session.spec.sizes) == ("spirals", (2, 16, 16, 2))
        assert window.data_button.text() == "Two spirals"
        assert icon_of(session.dataset) == "data-points"
        session.undo()
        assert (session.dataset.name, session.parameters) == ("digits", before)

    def test_its_key_and_its_button_in_the_window(self, qtbot, window):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        (chooser,) = window.findChildren(DataChooser)
        chooser.reject()
        press(qtbot, window.data_button)
        assert window.findChildren(DataChooser)[-1].isVisible()
        window.findChildren(DataChooser)[-1].reject()


class TestPoints:
    def test_they_are_described_and_drawn_at_once(self, qtbot, choose, session, idle):
        chooser = choose("blobs")
        form = chooser.details.form
        before = chooser.details.summary.text()
        form.number.setValue(80)
        form.noise.setValue(33)
        form.seed.setValue(5)
        form.classes.setValue(4)
        press(qtbot, form.features["xy"])
        assert before != chooser.details.summary.text()
        assert chooser.details.summary.text().startswith("64 examples to train on and 16 to test. 3 inputs.")
        chooser.accept()
        idle()
        reference = "blobs?n=80&noise=0.33&seed=5&classes=4&features=x,y,xy"
        assert session.dataset.reference == reference
        assert session.spec.sizes == (3, 16, 16, 4)
        assert session.dataset.content_hash == load(reference).content_hash

    def test_what_is_open_is_gone_on_from(self, choose, session, idle, window):
        window.files.open_data("circles?noise=0.305&n=77")
        idle()
        chooser = choose()
        assert chooser.entry.key == "circles?n=77&noise=0.305"  # among those used last
        form = chooser.details.form
        assert (form.number.value(), form.noise.value()) == (77, 30)
        assert form.recipe().noise == 0.305  # finer than the field shows
        form.number.setValue(78)
        chooser.accept()
        idle()
        assert session.dataset.reference == "circles?n=78&noise=0.305"

    def test_a_curve_has_no_features(self, choose):
        form = choose("line").details.form
        assert form.isVisible()
        assert not form.features["x"].isVisible()
        assert not form.classes.isVisible()

    def test_without_inputs_it_stays_and_says_so(self, choose, session):
        chooser = choose("circles")
        for box in chooser.details.form.features.values():
            box.setChecked(False)
        assert "at least one of x, y" in chooser.error.text()
        chooser.accept()
        assert chooser.isVisible()
        assert session.dataset.name == "digits"

    def test_a_number_that_is_none_is_said(self, qtbot, choose):
        chooser = choose("circles")
        number = chooser.details.form.number
        number.setFocus()
        number.selectAll()
        qtbot.keyClicks(number, "5")
        qtbot.keyClick(number, Qt.Key.Key_Return)
        assert chooser.isVisible()  # nothing is taken with the old number
        assert number.value() == 500
        assert "Number of points: a whole number from 10 to 20,000" in chooser.error.text()


class TestPlaces:
    def test_a_table_is_looked_into_and_then_taken(
        self, qtbot, window, choose, session, answer, idle, tmp_path
    ):
        (tmp_path / "a.csv").write_text(TABLE)
        chooser = choose("table")
        answer(tmp_path / "a.csv")
        press(qtbot, chooser.take)
        qtbot.waitUntil(lambda: bool(chooser.findChildren(OwnDataDialog)))
        (shown,) = chooser.findChildren(OwnDataDialog)
        shown.reject()
        assert chooser.isVisible()  # something else can be chosen
        press(qtbot, chooser.take)
        qtbot.waitUntil(lambda: any(d.isVisible() for d in chooser.findChildren(OwnDataDialog)))
        next(d for d in chooser.findChildren(OwnDataDialog) if d.isVisible()).accept()
        assert session.dataset.name == "a.csv"
        assert not chooser.isVisible()

    def test_a_folder(self, window, choose, session, answer, idle, tmp_path):
        answer(idx_folder(tmp_path / "images"))
        chooser = choose("folder")
        chooser.accept()
        idle()
        assert session.dataset.name == "images"
        assert not is_open(window)

    def test_no_place_is_no_change(self, choose, session, answer):
        answer("")
        chooser = choose("cifar10")
        chooser.accept()
        assert chooser.isVisible()
        assert session.dataset.name == "digits"

    def test_an_archive_that_is_none_is_said_here(self, choose, session, answer, idle, tmp_path):
        (tmp_path / "cifar.tar.gz").write_bytes(b"no archive")
        answer(tmp_path / "cifar.tar.gz")
        chooser = choose("cifar10")
        assert chooser.take.text() == "Choose the archive…"
        assert "3,072 inputs" in chooser.details.summary.text()
        chooser.accept()
        idle()
        assert "no tar archive" in chooser.error.text()

    def test_recent_ones_are_offered_as_they_were_taken(self, choose, session, preferences, idle, tmp_path):
        (tmp_path / "a.csv").write_text(TABLE)
        for name in (
            "digits8",
            f"{tmp_path / 'a.csv'}?label=width",
            str(tmp_path / "gone.csv"),
            "moons?n=50",
        ):
            preferences.remember(name)
        chooser = choose()
        keys = list(entries(chooser))
        assert keys[-2:] == ["moons?n=50", f"{tmp_path / 'a.csv'}?label=width"]
        assert entries(chooser)[keys[-1]].title == "a.csv, label width"
        chooser.choose(keys[-1])
        chooser.accept()
        idle()
        assert session.dataset.reference == keys[-1]

    def test_what_is_dropped(self, qtbot, choose, session, idle, tmp_path):
        chooser = choose()
        drop(chooser, tmp_path / "nothing.txt")
        assert "nothing.txt' holds no data" in chooser.error.text()
        drop(chooser, idx_folder(tmp_path / "images"))
        idle()
        assert session.dataset.name == "images"

    def test_a_folder_with_the_archive_of_cifar_is_dropped(self, qtbot, choose, session, idle, tmp_path):
        (tmp_path / "got").mkdir()
        (tmp_path / "got" / "cifar-10-binary.tar.gz").write_bytes(small_cifar())
        drop(choose(), tmp_path / "got")
        idle()
        assert session.dataset.name == "cifar10"
        assert session.dataset.image_shape == (32, 32, 3)

    def test_drawings_wait_for_the_first_one(self, choose, session):
        chooser = choose("drawings")
        assert chooser.take.text() == "Draw some…"
        chooser.accept()
        assert not chooser.isVisible()
        assert session.view.picture == "draw"


def small_cifar():
    """Return an archive with one image in each of its files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for name in (*TRAIN, TEST):
            info = tarfile.TarInfo(f"cifar-10-batches-bin/{name}")
            info.size = RECORD
            tar.addfile(info, io.BytesIO(bytes(RECORD)))
    return out.getvalue()


def drop(widget, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_key = Qt.KeyboardModifier.NoModifier
    widget.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_key)
    )


def test_small_images_keep_their_pixels_sharp(digits):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from nnviz.data.sample import Sample

    board = Sample(images=np.indices((8, 8)).sum(axis=0)[None] % 2 * np.float32(1))
    image = QImage(28, 28, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    SamplePicture(board).draw(painter, QRectF(0, 0, 28, 28), 28, 1)
    painter.end()
    colors = {image.pixelColor(x, y).name() for x in range(2, 26) for y in range(2, 26)}
    assert colors == {theme.current().image_off, theme.current().image_on}


@pytest.mark.parametrize(
    ("name", "icon"), [("digits", "example-image"), ("spirals", "data-points"), ("line", "data-curve")]
)
def test_the_button_has_an_icon_that_fits_the_data(name, icon):
    assert icon_of(load(name)) == icon
