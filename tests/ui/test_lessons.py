"""The Lessons workspace: list, pane, text, outline, files that change, and what the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from samples import tiny_dataset

from nnviz.document import Document
from nnviz.errors import FileError
from nnviz.lessons import lesson_folders
from nnviz.lessons.lesson import Predict
from nnviz.lessons.player import Answer
from nnviz.session import Neuron, Session, View
from nnviz.ui import theme
from nnviz.ui.lessons.library import Library
from nnviz.ui.lessons.looking import IN_DESCENT, IN_INSPECTOR, WIDGETS, find
from nnviz.ui.lessons.outline import Outline
from nnviz.ui.lessons.scenes import lesson_scenes
from nnviz.ui.lessons.text import LessonText
from nnviz.ui.preferences import Preferences
from nnviz.ui.window import MainWindow
from nnviz.ui.workspaces import EXPLORE, LESSONS, TRAIN

LESSON = """
title = "My own"
about = "About it."
order = 0.5
set_up = [{ do = "data", name = "digits8" }, { do = "network", hidden = [4] }]

[[step]]
title = "Number"
text = "The cost is {= cost}, and $C$ its letter; {C} too."
look = ["neuron 1 2", "score"]
[step.predict]
question = "How much?"
answer = "neurons 1"
tolerance = 0.5
because = "Four."

[[step]]
title = "Choice"
text = "x"
set_up = [{ do = "select", neuron = [1, 1] }]
[step.predict]
question = "Which?"
choices = ["a long answer that will certainly not fit into one line of such a narrow pane", "b"]
answer = 1
[step.now]
text = "Let go."
check = ["selected = nothing"]
demo = [{ do = "deselect" }]
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The user's folder, with one lesson in it."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "own.toml").write_text(LESSON)
    shipped = lesson_folders()[0]
    monkeypatch.setattr("nnviz.ui.lessons.library.lesson_folders", lambda: (shipped, folder))
    return folder


@pytest.fixture
def window(qtbot, own):
    session = Session(tiny_dataset())
    preferences = Preferences.forgetful()
    window = MainWindow(session, preferences)
    window.asks_before_closing = False
    window.preferences = preferences
    window.session = session
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_workspace(LESSONS)
    yield window
    window.close()


@pytest.fixture
def playing(qtbot, window):
    window.lessons.start("own")
    qtbot.waitUntil(window.lessons.pane.isVisible)
    return window


class TestList:
    def test_lessons_in_their_order_with_the_user_s_own(self, window):
        rows = window.lessons.list.rows
        assert [row.lesson.name for row in rows][:2] == ["own", "01-what-is-a-neuron"]
        assert "2 steps" in rows[0].accessibleName()

    def test_a_click_begins_and_the_list_remembers(self, qtbot, window):
        guide = window.lessons
        guide.list.rows[0].click()
        qtbot.waitUntil(guide.pane.isVisible)
        assert window.tabs.currentIndex() == EXPLORE
        guide.actions["lesson-next"].trigger()
        guide.actions["lesson-leave"].trigger()
        assert window.tabs.currentIndex() == LESSONS
        assert "finished" in guide.list.rows[0].accessibleName()
        guide.list.rows[0].click()
        assert guide.player.index == 0  # a finished one begins again

    def test_it_goes_on_where_it_was_left(self, window, own):
        more = LESSON + '\n[[step]]\ntitle = "Last"\ntext = "x"\n'
        (own / "own.toml").write_text(more)
        guide = window.lessons
        guide.library.read()
        guide.start("own", 1)
        guide.player.leave()
        guide.list.refresh()
        assert "step 2 of 3" in guide.list.rows[0].accessibleName()
        guide.start("own")
        assert guide.player.index == 1

    def test_a_file_that_cannot_be_read_says_where(self, window, own):
        (own / "bad.toml").write_text(LESSON.replace('"neuron 1 2"', '"neurn 1 2"'))
        window.lessons.library.read()
        (error,) = window.lessons.list._errors()
        assert "bad.toml" in error.text()
        assert "line 10: step 1, look 1" in error.text()

    def test_a_folder_that_cannot_be_made_is_said(self, window, own, monkeypatch):
        (own / "file").write_text("in the way")
        monkeypatch.setattr(window.lessons.library, "folders", (own / "file" / "lessons",))
        with pytest.raises(FileError, match="cannot be made"):  # which the program tells its user
            window.lessons.list._open_folder()

    def test_the_keyboard_is_with_the_first_lesson(self, window):
        assert window.lessons.list.rows[0].hasFocus()


class TestPane:
    def test_a_number_is_asked_for_and_judged(self, qtbot, playing):
        pane = playing.lessons.pane
        question = pane.question
        assert question.field.isVisible()
        said = []
        playing.session.failed.connect(said.append)
        question.field.setText("many")
        qtbot.keyClick(question.field, Qt.Key.Key_Return)
        assert "many" in said[0]
        question.field.setText("4,2")
        question.send.click()
        assert question.verdict.text() == "Right: 4."
        assert question.because.plain == "Four."
        assert not question.field.isVisible()

    def test_a_whole_number_can_be_typed_as_lessons_write_it(self, playing):
        question = playing.lessons.pane.question
        question.field.setText("13,002")
        question.send.click()
        assert question.verdict.text() == "You said 13,002; it is 4."

    def test_choices_show_what_was_right_and_are_gone_then(self, qtbot, playing):
        pane = playing.lessons.pane
        pane.next.click()
        long, short = pane.question.choices
        qtbot.waitUntil(lambda: long.height() > 1.4 * short.height())
        assert not pane.task.isVisible()
        long.click()
        assert (long.state, short.state) == ("wrong", "right")
        assert pane.question.verdict.text() == "Not quite."
        assert pane.task.isVisible()
        short.click()
        assert playing.lessons.player.answered.given == 0

    def test_a_task_is_done_or_not_yet_and_nothing_between(self, playing, own):
        step = """
            [[step]]
            title = "T"
            text = "x"
            [step.now]
            text = "x"
            check = ["picture = network", "cursor = x"]
            demo = [{ do = "cursor", at = "x" }]
            """
        (own / "own.toml").write_text(LESSON + step)
        playing.lessons.library.read()
        playing.lessons.player.go(2)
        assert playing.lessons.player.met == (True, False)
        assert playing.lessons.pane.task.state.text() == "not yet"  # what held before is not the user's doing

    def test_a_task_ticks_itself_off(self, playing):
        pane = playing.lessons.pane
        pane.next.click()
        pane.question.choices[1].click()
        assert pane.task.state.text() == "not yet"
        assert pane.task.show_me.isVisible()
        playing.session.select(None)
        assert pane.task.state.text() == "Done"
        assert not pane.task.show_me.isVisible()
        assert pane.next.text() == "Finish"

    def test_an_answer_without_a_number_is_no_choice(self, playing):
        question = playing.lessons.pane.question
        for truth in (float("nan"), float("inf"), 7.0):
            asked = Predict("?", ("a", "b"), 0)
            question.show_question(asked, Answer(1.0, truth, False))
            assert [button.state for button in question.choices] == ["past", "wrong"]

    def test_place_and_progress(self, playing):
        pane = playing.lessons.pane
        assert (pane.place.text(), pane.progress.value()) == ("step 1 of 2", 1)
        assert not pane.back.isEnabled()
        pane.next.click()
        assert (pane.place.text(), pane.title.text()) == ("step 2 of 2", "Choice")
        pane.back.click()
        assert pane.title.text() == "Number"

    @pytest.mark.parametrize("scale", [1.0, 2.0])
    def test_nothing_needs_more_width_than_there_is(self, qtbot, qapp, playing, scale):
        theme.apply(qapp, theme.LIGHT, scale)
        pane = playing.lessons.pane
        for _ in range(2):
            qapp.processEvents()
            inside = pane.area.widget()
            assert inside.minimumSizeHint().width() <= pane.area.viewport().width()
            pane.next.click()


class TestKeys:
    def test_page_keys_go_through_the_steps(self, qtbot, playing):
        qtbot.keyClick(playing, Qt.Key.Key_PageDown)
        assert playing.lessons.player.index == 1
        qtbot.keyClick(playing, Qt.Key.Key_PageUp)
        assert playing.lessons.player.index == 0

    def test_escape_lets_go_first_and_leaves_then(self, qtbot, playing):
        playing.lessons.player.next()
        assert playing.session.selection is not None
        qtbot.keyClick(playing, Qt.Key.Key_Escape)
        assert playing.session.selection is None
        assert playing.lessons.player.lesson is not None
        qtbot.keyClick(playing, Qt.Key.Key_Escape)
        assert playing.lessons.player.lesson is None
        assert playing.session.dataset.name == "tiny"

    def test_without_a_lesson_they_are_nobody_s(self, window):
        assert not any(action.isEnabled() for action in window.lessons.actions.values())


class TestPanels:
    def test_the_inspector_comes_with_what_is_chosen(self, playing):
        assert playing.example.isVisible()
        assert playing.score.isVisible()
        assert not playing.inspector.isVisible()
        assert not playing.training.isVisible()
        playing.session.select(Neuron(1, 0))
        assert playing.inspector.isVisible()

    def test_afterwards_all_are_there(self, playing):
        playing.lessons.player.leave()
        playing.show_workspace(EXPLORE)
        for panel in (playing.example, playing.inspector, playing.score, playing.training, playing.timeline):
            assert panel.isVisible()

    def test_other_workspaces_can_be_opened_meanwhile(self, playing):
        for index in (TRAIN, LESSONS, EXPLORE):
            playing.show_workspace(index)
            assert playing.lessons.pane.isVisible()


class TestOutline:
    def test_it_goes_around_what_is_pointed_at(self, playing):
        guide = playing.lessons
        guide.outline.refresh()
        neuron, score = guide.outline.rects
        x, y = playing.network.view.layout_.position(Neuron(1, 2))
        center = playing.network.view.mapTo(playing, neuron.center().toPoint()) - playing.network.view.mapTo(
            playing, playing.rect().topLeft()
        )
        corner = playing.network.view.mapTo(playing, playing.rect().topLeft())
        assert (neuron.center().x() - corner.x(), neuron.center().y() - corner.y()) == pytest.approx((x, y))
        assert center == neuron.center().toPoint()
        assert score.size() == QRectF(playing.score.rect()).size()

    def test_it_lets_the_mouse_through_and_is_gold(self, playing):
        outline = playing.lessons.outline
        outline.refresh()
        assert outline.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        score = outline.rects[1]
        assert not outline.mask().contains(score.center().toPoint())
        image = QImage(playing.size(), QImage.Format.Format_RGB32)
        playing.render(image)
        gold = theme.current().color("selection")
        pixel = image.pixelColor(round(score.left()) - 3, round(score.center().y()))
        assert abs(pixel.red() - gold.red()) + abs(pixel.blue() - gold.blue()) < 40

    def test_one_within_another_is_seen_all_around(self, qtbot):
        outer, inner = QRectF(20, 20, 300, 200), QRectF(120, 60, 80, 100)
        over = QWidget()
        qtbot.addWidget(over)
        over.resize(400, 300)
        outline = Outline(over, lambda: ([outer, inner], []))
        outline.refresh()
        for rect in (outer, inner):
            x, y = rect.center().x(), rect.center().y()
            for place in (
                (rect.left() - 3, y),
                (rect.right() + 3, y),
                (x, rect.top() - 3),
                (x, rect.bottom() + 3),
            ):
                assert outline.mask().contains(QPointF(*place).toPoint())
        assert not outline.mask().contains(inner.center().toPoint())
        assert not outline.mask().contains(QPointF(60, 120).toPoint())

    def test_it_follows_a_resize(self, qtbot, playing):
        outline = playing.lessons.outline
        outline.refresh()
        before = outline.rects[1].width()
        playing.resize(1500, 800)
        qtbot.waitUntil(lambda: outline.rects[1].width() > before + 100)
        assert outline.size() == playing.size()

    def test_it_goes_with_the_step(self, qtbot, playing):
        playing.lessons.player.next()
        qtbot.waitUntil(playing.lessons.outline.isHidden)

    def test_every_place_is_a_part_of_the_window(self, qtbot, window):
        window.show_workspace(EXPLORE)
        seen = ("picture", "network", "legend", "pictures", "caption", "example", "browse", "answer", "cost")
        for name in (*seen, "inspector", "score", "training", "timeline", "tabs", "menus", "summary"):
            assert find(window, window.session, (name,))[0], name
        for place in ("layer 0", "layer 3", "neuron 2 1", "edges 2", "edge 1 2 3", "phase delta2"):
            assert find(window, window.session, (place,))[0], place
        for place in ("page", "curves", "descent", "neuron 1 99", "layer 9", "edges 0", "phase a9"):
            assert not find(window, window.session, (place,))[0], place
        window.show_workspace(TRAIN)
        for name in ("page", "curves"):
            qtbot.waitUntil(lambda name=name: len(find(window, window.session, (name,))[0]) == 1)
        assert set(WIDGETS) > {"page", "curves", *seen}

    @pytest.mark.parametrize(
        ("landscape", "seen", "missing"),
        [
            ("curve", ("landscape", "slope", "rate", "walk", "balls"), ("slices", "walkers")),
            ("surface", ("landscape", "slices", "slope", "rate", "walk", "walkers"), ("balls",)),
            ("network", ("landscape",), ("slope", "rate", "walk")),
        ],
    )
    def test_places_in_descent(self, qtbot, window, landscape, seen, missing):
        places = ("descent", *IN_DESCENT)
        assert not any(find(window, window.session, (place,))[0] for place in places)
        window.session.set_view(View(workspace="descent", landscape=landscape))
        whole = find(window, window.session, ("descent",))[0][0]
        for place in seen:
            qtbot.waitUntil(lambda place=place: len(find(window, window.session, (place,))[0]) == 1)
            (rect,) = find(window, window.session, (place,))[0]
            assert whole.contains(rect), place
            assert rect.width() * rect.height() < 0.8 * whole.width() * whole.height()
        for place in missing:
            assert not find(window, window.session, (place,))[0], place

    def test_places_in_the_inspector(self, qtbot, window):
        session = window.session
        window.show_workspace(EXPLORE)
        assert not any(find(window, session, (place,))[0] for place in IN_INSPECTOR)
        session.select(Neuron(session.spec.depth, 1))
        session.jump(session.plan.update - 1)
        for place in IN_INSPECTOR:
            qtbot.waitUntil(lambda place=place: len(find(window, session, (place,))[0]) == 1)
            (rect,), ((whole,), _) = find(window, session, (place,))[0], find(window, session, ("inspector",))
            assert whole.contains(rect), place
            assert rect.height() < whole.height() / 2
        session.select(Neuron(0, 1))
        assert not any(find(window, session, (place,))[0] for place in IN_INSPECTOR)

    def test_the_pictures_of_a_surface_have_one_outline(self, qtbot, window):
        window.session.set_view(View(workspace="descent", landscape="surface"))
        page = window.workspaces.descent.pages.currentWidget()
        qtbot.waitUntil(lambda: page.view.width() > 100)
        (rect,) = find(window, window.session, ("landscape",))[0]
        for part in (page.contours, page.view):
            assert rect.contains(QRectF(part.rect()).translated(part.mapTo(window, QPoint(0, 0))))

    def test_what_is_scrolled_away_has_no_outline(self, qtbot, qapp, window):
        theme.apply(qapp, theme.DARK, 2.0)
        window.session.set_view(View(workspace="descent", landscape="surface"))
        side = window.workspaces.descent.pages.currentWidget().side
        bar = side.verticalScrollBar()
        qtbot.waitUntil(lambda: bar.maximum() > 200)
        inside = QRectF(side.rect()).translated(side.mapTo(window, QPoint(0, 0)))
        for value in (0, bar.maximum() // 2, bar.maximum()):
            bar.setValue(value)
            for place in ("slope", "walk", "walkers"):
                assert all(inside.contains(rect) for rect in find(window, window.session, (place,))[0])
        assert not find(window, window.session, ("slope",))[0]

    def test_nothing_to_point_at_is_nothing(self, qtbot):
        over = QWidget()
        qtbot.addWidget(over)
        outline = Outline(over, lambda: ([], []))
        outline.refresh()
        assert outline.isHidden()


class TestText:
    @pytest.fixture
    def text(self, qtbot, tiny_session):
        text = LessonText(tiny_session)
        text.session = tiny_session
        text.resize(280, 400)
        qtbot.addWidget(text)
        return text

    def test_formulas_are_pictures_in_the_line(self, text):
        text.set_text(r"A $w_{jk}$ and $\frac{a}{b}$ here. $$\sum_j a_j$$")
        pictures, words = [], ""
        block = text._document.begin()
        while block.isValid():
            pictures += [p.fragment() for p in block if p.fragment().charFormat().isImageFormat()]
            words += block.text()
            block = block.next()
        assert len(pictures) == 3
        assert "$" not in words
        assert all(p.charFormat().toImageFormat().width() > 5 for p in pictures)
        assert text.plain == r"A w_{jk} and \frac{a}{b} here. \sum_j a_j"

    def test_what_looks_like_html_is_text(self, text):
        text.set_text("a < b, <b>c</b> and <img src='me.png'> with $w$")
        assert "<img src='me.png'>" in text._document.toPlainText()

    def test_it_is_as_high_as_it_must_be(self, text):
        text.set_text("word " * 60)
        assert text.heightForWidth(200) > 1.5 * text.heightForWidth(400)

    def test_a_wide_formula_becomes_smaller(self, text):
        text.set_text("$$" + " + ".join(f"w_{{{n}}} a_{{{n}}}" for n in range(30)) + "$$")
        image = next(iter(text._document.begin())).fragment().charFormat().toImageFormat()
        assert image.width() <= 280

    def test_values_follow_the_session(self, text):
        text.set_text("b is {= bias 1 0}.")
        assert text.plain == "b is 0."
        from nnviz.core.network import Location

        text.session.set_parameter(Location("b", 1, 0), -1.5)
        assert text.plain == "b is −1.50."

    def test_the_notation_is_the_user_s(self, text):
        from nnviz.wording import NOTATIONS

        text.set_text(r"{C} and $\frac{{C}}{n}$")
        text.session.write_in(NOTATIONS[1])
        assert text.plain == r"L and \frac{{L}}{n}"
        text.session.write_in(NOTATIONS[0])

    def test_no_text_no_place(self, text):
        text.set_text("")
        assert text.isHidden()


class TestFiles:
    def test_a_saved_file_is_read_again_and_the_lesson_goes_on(self, qtbot, playing, own):
        playing.lessons.player.next()
        (own / "own.toml").write_text(LESSON.replace('title = "Choice"', 'title = "Better"'))
        qtbot.waitUntil(lambda: playing.lessons.pane.title.text() == "Better")
        assert playing.lessons.player.index == 1

    def test_a_mistake_while_it_is_played_is_said_and_nothing_is_lost(self, qtbot, playing, own):
        said = []
        playing.session.failed.connect(said.append)
        (own / "own.toml").write_text(LESSON.replace("title", "titel"))
        qtbot.waitUntil(lambda: len(said) > 0)
        assert "own.toml" in said[0]
        assert playing.lessons.pane.title.text() == "Number"
        (own / "own.toml").write_text(LESSON.replace('"Number"', '"Again"'))
        qtbot.waitUntil(lambda: playing.lessons.pane.title.text() == "Again")

    def test_a_new_file_is_found(self, qtbot, window, own):
        (own / "new.toml").write_text(LESSON)
        qtbot.waitUntil(lambda: window.lessons.library.course.find("new") is not None)

    def test_a_new_translation_is_found(self, qtbot, own):
        parent = QWidget()
        qtbot.addWidget(parent)
        (own / "de").mkdir()
        library = Library(parent, (own,), "de")
        (own / "de" / "own.toml").write_text(LESSON.replace("My own", "Mein eigenes"))
        qtbot.waitUntil(lambda: library.course.find("own").title == "Mein eigenes")

    def test_a_folder_that_is_not_there_is_no_lesson(self, qtbot, tmp_path):
        parent = QWidget()
        qtbot.addWidget(parent)
        library = Library(parent, (tmp_path / "none",))
        assert library.course.lessons == ()


class TestTheUsersWork:
    def test_nothing_is_saved_in_its_place(self, qtbot, tmp_path, own):
        session = Session(tiny_dataset())
        document = Document(session, tmp_path / "autosaves")
        session.switch(Neuron(1, 0), False)
        document.save(tmp_path / "mine.nnviz")
        session.switch(Neuron(1, 1), False)
        window = MainWindow(session, document=document)
        qtbot.addWidget(window)
        window.lessons.start("own")
        assert document.path is None
        assert not document.modified
        (kept,) = (tmp_path / "autosaves").glob("*.nnviz")
        content = kept.read_bytes()
        session.train_batch()
        session.pause()
        document.autosave()
        assert kept.read_bytes() == content  # a crash now would cost nothing of one's own
        window.lessons.player.leave()
        assert document.path == tmp_path / "mine.nnviz"
        assert document.modified
        window.close()

    def test_closing_the_window_leaves_the_lesson_first(self, qtbot, playing):
        playing.close()
        assert playing.session.dataset.name == "tiny"


def test_every_step_has_a_scene():
    names = [scene.name for scene in lesson_scenes()]
    assert names[:2] == ["lesson-01-01", "lesson-01-02"]
    assert len(set(names)) == len(names) > 20


def test_preferences_keep_how_far_one_has_come():
    preferences = Preferences.forgetful()
    assert preferences.furthest_step("x") is None
    preferences.remember_step("x", 4)
    preferences.remember_step("x", 2)
    assert (preferences.last_step("x"), preferences.furthest_step("x")) == (2, 4)


def test_the_folder_of_the_program_comes_first():
    first, last = lesson_folders()
    assert (first / "01-what-is-a-neuron.toml").is_file()
    assert isinstance(last, Path)
