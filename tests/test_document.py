"""The session as a document: what is opened comes, what is saved stays, and nothing is lost."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from folders import idx_folder
from samples import random_parameters, tiny_dataset

from nnviz import data, loading
from nnviz.core.network import Location, NetworkSpec
from nnviz.data import Source
from nnviz.document import Document
from nnviz.errors import Cancelled, FileError
from nnviz.files import load_network, load_state, save_network
from nnviz.session import Session, View
from nnviz.training.trainer import TrainSettings


@pytest.fixture
def sources(monkeypatch):
    """Two small data sets with a name, of different shapes."""
    made = {
        "tiny": tiny_dataset(),
        "wide": replace(tiny_dataset(n_inputs=6, n_outputs=2), name="wide", reference="wide"),
    }
    for name, dataset in made.items():
        monkeypatch.setitem(data.SOURCES, name, Source(name, lambda dataset=dataset: dataset))
    return made


@pytest.fixture
def session(qapp, sources):
    session = Session(sources["tiny"])
    session.set_pace(None)
    session.set_settings(TrainSettings(rate=0.5, batch=5, epochs=1000))
    yield session
    session.close()


@pytest.fixture
def document(session):
    document = Document(session)
    yield document
    document.close()


@pytest.fixture
def said(session):
    """The sentences that were said to the user."""
    heard = []
    session.failed.connect(heard.append)
    return heard


@pytest.fixture
def other(qapp, sources):
    """Another program: a document in which other data are open."""
    session = Session(sources["wide"], seed=3)
    document = Document(session)
    document.session = session
    yield document
    document.close()
    session.close()


@pytest.fixture
def slow(monkeypatch):
    """Makes loading wait until it is told to go on, or cancelled."""
    slow = SlowLoading()
    monkeypatch.setattr(loading, "load", slow)
    yield slow
    slow.go_on.set()


class SlowLoading:
    def __init__(self):
        self.go_on, self.half_way = threading.Event(), threading.Event()
        self.load = data.load

    def __call__(self, reference, progress, cancelled):
        progress(1, 2)
        self.half_way.set()
        while not self.go_on.wait(0.002):
            if cancelled():
                raise Cancelled("cancelled")
        return self.load(reference, progress, cancelled)


def loaded(qtbot, document):
    qtbot.waitUntil(lambda: document.loading is None)


def seen(session):
    """Return what is on the screen."""
    return (
        session.spec,
        session.parameters.theta.tolist(),
        session.trace.parameters.theta.tolist(),
        session.trace.cost,
        session.cursor,
        session.example,
        session.selection,
        session.settings,
        session.updates,
        session.epochs,
        session.run_state,
        session.view,
        session.metrics,
        session.dataset.content_hash,
    )


def trained(session):
    for _ in range(4):
        session.train_batch()
    session.pause()


def chosen(session):
    trained(session)
    session.select(Location("w", 2, 3, 4))
    session.set_view(View(gamma=0.5))
    session.go_to_example("test", 3)
    session.jump(5)


def at_update(session):
    trained(session)
    session.jump(session.plan.update)


class TestSavingAndOpening:
    @pytest.mark.parametrize("state", [trained, chosen, at_update], ids=lambda state: state.__name__)
    def test_everything_comes_back(self, qtbot, session, document, other, tmp_path, state):
        state(session)
        document.save(tmp_path / "a.nnviz")
        other.open(tmp_path / "a.nnviz")
        loaded(qtbot, other)
        assert seen(other.session) == seen(session)
        assert (other.path, other.name, other.modified) == (tmp_path / "a.nnviz", "a.nnviz", False)

    def test_the_update_can_be_taken_back_after_opening(self, qtbot, session, document, other, tmp_path):
        trained(session)
        session.jump(session.plan.update - 1)
        before = seen(session)
        session.step_forward()
        document.save(tmp_path / "a.nnviz")
        other.open(tmp_path / "a.nnviz")
        loaded(qtbot, other)
        other.session.step_back()
        assert seen(other.session) == before

    def test_the_same_data_need_not_be_loaded(self, session, document, tmp_path, slow):
        document.save(tmp_path / "a.nnviz")
        trained(session)
        document.open(tmp_path / "a.nnviz")
        assert document.loading is None
        assert session.updates == 0

    def test_a_network_alone_has_torch_s_names_and_says_where_it_comes_from(
        self, session, document, tmp_path
    ):
        trained(session)
        document.save_network(tmp_path / "net.safetensors")
        parameters = load_network(tmp_path / "net.safetensors")
        np.testing.assert_array_equal(parameters.theta, session.parameters.theta)
        assert document.path is None
        assert document.modified  # its training is in no file

    @pytest.mark.parametrize("save", ["save", "save_network"])
    def test_a_place_that_cannot_be_written_changes_nothing(self, session, document, tmp_path, save):
        trained(session)
        before = seen(session)
        with pytest.raises(FileError, match="there is no folder"):
            getattr(document, save)(tmp_path / "no folder" / "a.nnviz")
        assert seen(session) == before
        assert (document.path, document.modified) == (None, True)

    def test_saving_in_the_middle_of_a_training(self, qtbot, session, document, tmp_path):
        session.start()
        qtbot.waitUntil(lambda: session.updates > 10)
        document.save(tmp_path / "a.nnviz")
        assert session.run_state == "running"
        assert document.modified  # it goes on
        assert load_state(tmp_path / "a.nnviz").position.updates > 10
        session.pause()
        assert document.modified

    def test_signals_name_what_was_opened(self, qtbot, session, document, tmp_path):
        opened = []
        document.opened.connect(opened.append)
        document.save(tmp_path / "a.nnviz")
        document.save_network(tmp_path / "n.safetensors")
        document.open(tmp_path / "a.nnviz")
        document.open(tmp_path / "n.safetensors")
        document.open_data("wide")
        loaded(qtbot, document)
        assert opened == [*(str(tmp_path / name) for name in ("a.nnviz", "n.safetensors") * 2), "wide"]

    def test_names_are_made_absolute(self, session, document, tmp_path, monkeypatch):
        document.save(tmp_path / "a.nnviz")
        monkeypatch.chdir(tmp_path)
        document.open("a.nnviz")
        assert document.path == tmp_path / "a.nnviz"

    def test_endings_in_capitals(self, session, document, tmp_path):
        document.save(tmp_path / "A.NNVIZ")
        document.open(tmp_path / "A.NNVIZ")
        assert document.name == "A.NNVIZ"


class TestNetworks:
    @pytest.fixture
    def file(self, tmp_path):
        def file(*sizes, **texts):
            path = tmp_path / "net.safetensors"
            save_network(path, random_parameters(NetworkSpec.build(*sizes)), texts)
            return path

        return file

    def test_one_that_fits_comes_with_the_data_that_are_open(self, session, document, file):
        document.open(file(4, (2,), 3))
        assert session.spec.sizes == (4, 2, 3)
        assert session.dataset.name == "tiny"

    def test_one_that_was_trained_on_other_data_brings_them_along(self, qtbot, session, document, file):
        document.open(file(6, (2,), 2, data="wide"))
        loaded(qtbot, document)
        assert session.spec.sizes == (6, 2, 2)
        assert session.dataset.name == "wide"

    def test_a_folder_it_was_trained_on_is_loaded_if_it_is_still_there(
        self, qtbot, session, document, file, tmp_path
    ):
        folder = idx_folder(tmp_path / "fashion")
        document.open(file(16, (2,), 10, data=str(folder)))
        loaded(qtbot, document)
        assert session.dataset.name == "fashion"

    @pytest.mark.parametrize("where", ["mnist", "/no/such/folder", "relative", ""])
    def test_data_that_are_not_here_are_no_hindrance(self, session, document, file, where, monkeypatch):
        monkeypatch.delenv("NNVIZ_DATA", raising=False)
        document.open(file(4, (2,), 3, data=where))
        assert session.spec.sizes == (4, 2, 3)

    def test_one_that_does_not_fit_is_refused_with_both_sizes(self, session, document, file):
        before = seen(session)
        with pytest.raises(FileError, match=r"5-2-3 network, which does not fit the 4 inputs and 3 outputs"):
            document.open(file(5, (2,), 3))
        assert seen(session) == before

    def test_one_that_lies_about_its_data_is_refused(self, qtbot, session, document, file, said):
        before = seen(session)
        document.open(file(5, (2,), 3, data="wide"))
        loaded(qtbot, document)
        assert len(said) == 1
        assert "does not fit" in said[0]
        assert seen(session) == before


class TestBadFiles:
    @pytest.mark.parametrize("name", ["a.nnviz", "a.safetensors", "a.txt", "a"])
    def test_one_that_is_not_there(self, session, document, tmp_path, name):
        with pytest.raises(FileError, match=f"There is no file '{tmp_path / name}'"):
            document.open(tmp_path / name)

    def test_one_of_another_kind(self, document, tmp_path):
        (tmp_path / "a.png").write_bytes(b"\x89PNG")
        with pytest.raises(FileError, match=r"no state \(.nnviz\), no network \(.safetensors\)"):
            document.open(tmp_path / "a.png")

    @pytest.mark.parametrize("name", ["a.nnviz", "a.safetensors"])
    @pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
    def test_one_that_was_cut_short(self, session, document, tmp_path, name, share):
        trained(session)
        (document.save if name.endswith("nnviz") else document.save_network)(tmp_path / name)
        whole = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: int(share * len(whole))])
        session.jump(session.plan.update)
        before, path = seen(session), document.path
        with pytest.raises(FileError, match=f"'{tmp_path / name}'"):
            document.open(tmp_path / name)
        assert (seen(session), document.path, document.modified) == (before, path, True)

    def test_a_state_whose_data_are_gone(self, qtbot, session, document, other, said, tmp_path):
        other.open_data(str(idx_folder(tmp_path / "folder")))
        loaded(qtbot, other)
        other.save(tmp_path / "a.nnviz")
        (tmp_path / "folder").rename(tmp_path / "elsewhere")
        before = seen(session)
        document.open(tmp_path / "a.nnviz")
        loaded(qtbot, document)
        assert said == [f"There is no folder '{tmp_path / 'folder'}'."]
        assert (seen(session), document.path) == (before, None)

    def test_a_state_whose_data_are_others_now(self, qtbot, session, document, other, said, tmp_path):
        folder = idx_folder(tmp_path / "folder")
        other.open_data(str(folder))
        loaded(qtbot, other)
        trained(other.session)
        other.save(tmp_path / "a.nnviz")
        idx_folder(folder, seed=1)
        document.open(tmp_path / "a.nnviz")
        loaded(qtbot, document)
        assert said == ["The data 'folder' are no longer those that this state was saved with."]
        np.testing.assert_array_equal(session.parameters.theta, other.session.parameters.theta)

    def test_a_state_whose_data_have_another_shape_now(self, qtbot, session, document, other, said, tmp_path):
        folder = idx_folder(tmp_path / "folder")
        other.open_data(str(folder))
        loaded(qtbot, other)
        other.save(tmp_path / "a.nnviz")
        idx_folder(folder, side=5)
        before = seen(session)
        document.open(tmp_path / "a.nnviz")
        loaded(qtbot, document)
        assert len(said) == 1
        assert "does not fit" in said[0]
        assert (seen(session), document.path) == (before, None)


class TestData:
    def test_a_folder_is_loaded_off_the_window_s_thread(self, qtbot, session, document, tmp_path):
        document.open(idx_folder(tmp_path / "small"))
        assert document.loading is not None
        loaded(qtbot, document)
        assert (session.dataset.name, session.spec.sizes) == ("small", (16, 16, 16, 10))

    def test_progress_is_told_while_the_window_goes_on(self, qtbot, session, document, slow):
        told = []
        document.changed.connect(lambda: told.append(document.loading))
        document.open_data("wide")
        assert told[0] == ("wide", 0.0)
        qtbot.waitUntil(lambda: ("wide", 0.5) in told)
        session.step_forward()
        slow.go_on.set()
        loaded(qtbot, document)
        assert told[-1] is None
        assert session.dataset.name == "wide"

    def test_cancelling_answers_at_once_and_keeps_what_is_open(self, qtbot, session, document, said, slow):
        before = seen(session)
        document.open_data("wide")
        slow.half_way.wait()
        document.cancel_loading()
        assert document.loading is None
        qtbot.waitUntil(lambda: not document._loads.ending)
        assert (seen(session), said) == (before, [])

    def test_news_of_what_was_cancelled_come_too_late(self, qtbot, session, document, monkeypatch):
        """It is not asked any more whether to stop: the whole set is there, and nobody wants it."""
        go_on = threading.Event()

        def deaf(reference, progress, cancelled):
            go_on.wait()
            return data.load(reference)

        monkeypatch.setattr(loading, "load", deaf)
        document.open_data("wide")
        document.cancel_loading()
        go_on.set()
        qtbot.waitUntil(lambda: not document._loads.ending)
        assert session.dataset.name == "tiny"

    def test_the_last_wish_counts(self, qtbot, session, document, slow, tmp_path):
        document.open_data("wide")
        document.open_data(str(idx_folder(tmp_path / "small")))
        slow.go_on.set()
        loaded(qtbot, document)
        qtbot.waitUntil(lambda: not document._loads.ending)
        assert session.dataset.name == "small"

    @pytest.mark.parametrize("reference", ["no such set", "/no/such/folder", "mnist"])
    def test_what_fails_is_said_and_the_state_kept(
        self, qtbot, session, document, said, reference, monkeypatch
    ):
        monkeypatch.delenv("NNVIZ_DATA", raising=False)
        trained(session)
        before = seen(session)
        document.open_data(reference)
        loaded(qtbot, document)
        assert len(said) == 1
        assert reference.strip("/").split("/")[0] in said[0] or "MNIST" in said[0]
        assert seen(session) == before

    @pytest.mark.parametrize("error", [MemoryError(), RuntimeError("a bug"), ZeroDivisionError()])
    def test_not_even_a_bug_in_the_thread_goes_unheard(
        self, qtbot, session, document, said, error, monkeypatch
    ):
        def broken(reference, progress, cancelled):
            raise error

        monkeypatch.setattr(loading, "load", broken)
        document.open_data("wide")
        loaded(qtbot, document)
        assert len(said) == 1
        assert "wide" in said[0]

    def test_a_training_goes_on_until_the_data_are_there(self, qtbot, session, document, slow):
        session.start()
        document.open_data("wide")
        assert session.run_state == "running"
        slow.go_on.set()
        loaded(qtbot, document)
        assert session.run_state == "idle"
        session.undo()
        assert session.dataset.name == "tiny"

    def test_closing_ends_the_loading(self, session, document, slow):
        document.open_data("wide")
        slow.half_way.wait()
        document.close()
        assert document.loading is None


class TestModified:
    @pytest.fixture
    def saved(self, session, document, tmp_path):
        trained(session)
        document.save(tmp_path / "a.nnviz")
        return document

    def test_through_steps_undo_and_redo(self, session, saved):
        assert not saved.modified
        session.jump(session.plan.update)
        assert saved.modified
        session.undo()
        assert not saved.modified
        session.redo()
        assert saved.modified

    def test_through_a_training(self, session, saved):
        session.set_pace(1.0)
        session.start()
        assert saved.modified
        session.undo()
        assert not saved.modified

    def test_through_saving_and_opening_again(self, session, saved):
        trained(session)
        assert saved.modified
        saved.save(saved.path)
        assert not saved.modified
        trained(session)
        saved.open(saved.path)
        assert not saved.modified

    def test_a_network_opened_into_a_saved_state_differs_from_the_file(self, session, saved, tmp_path):
        saved.save_network(tmp_path / "n.safetensors")
        saved.open(tmp_path / "n.safetensors")
        assert saved.modified
        session.undo()
        assert not saved.modified

    def test_what_was_only_drawn_or_opened_is_nothing_to_lose(self, qtbot, session, document, tmp_path):
        session.new_network(NetworkSpec.build(4, (5,), 3), "he", 1)
        document.save_network(tmp_path / "n.safetensors")
        document.open(tmp_path / "n.safetensors")
        document.open_data("wide")
        loaded(qtbot, document)
        assert not document.modified

    def test_a_training_is_something_to_lose_also_behind_a_new_network(self, session, document):
        trained(session)
        session.new_network(NetworkSpec.build(4, (5,), 3), "he", 1)
        assert document.modified

    def test_choosing_and_looking_change_nothing(self, session, saved):
        session.select(Location("w", 1, 0, 0))
        session.next_example()
        session.set_view(View(gamma=2))
        assert not saved.modified

    def test_it_is_told(self, session, saved):
        told = []
        saved.changed.connect(lambda: told.append(saved.modified))
        session.jump(session.plan.update)
        assert told[-1]
        session.undo()
        assert not told[-1]
