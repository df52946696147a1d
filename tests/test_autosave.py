"""The copy that is kept in case the program does not end by itself."""

import os
import subprocess
import sys

import numpy as np
import pytest
from folders import idx_folder
from samples import tiny_dataset

from nnviz import autosave, data
from nnviz.data import Source
from nnviz.document import Document
from nnviz.errors import FileError
from nnviz.files import load_state
from nnviz.session import Session
from nnviz.training.trainer import TrainSettings


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Nobody waits 20 seconds."""
    monkeypatch.setattr(autosave, "AUTOSAVE_MS", 30)
    monkeypatch.setattr(autosave, "SETTLE_MS", 5)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "autosaves"


@pytest.fixture
def make(qapp, folder, monkeypatch):
    """Starts a program: a session on small data, and its document."""
    dataset = tiny_dataset()
    monkeypatch.setitem(data.SOURCES, "tiny", Source("Tiny", lambda: dataset))
    documents = []

    def make():
        session = Session(dataset)
        session.set_settings(TrainSettings(rate=0.5, batch=5, epochs=100_000))
        session.said = []
        session.failed.connect(session.said.append)
        documents.append((Document(session, folder), session))
        return documents[-1]

    yield make
    for document, session in documents:
        document.close()
        session.close()


@pytest.fixture
def document(make):
    return make()[0]


@pytest.fixture
def session(document):
    return document.parent()


def kept(folder):
    return sorted(folder.glob("*.nnviz"))


def crash(document):
    """End a program as kill −9 does: nothing is tidied up, and the system takes its locks away."""
    document.parent().end_training()
    document._autosave._timer.stop()
    document._autosave._session.changed.disconnect(document._autosave._follow)
    if document._autosave._lock is not None:
        os.close(document._autosave._lock)
    document._autosave = None


def trained(session, n=3):
    session.set_pace(None)
    for _ in range(n):
        session.train_batch()
    session.pause()


class TestKeeping:
    def test_again_and_again_while_a_training_runs(self, qtbot, document, session, folder):
        session.start()
        qtbot.waitUntil(lambda: len(kept(folder)) == 1)
        (file,) = kept(folder)
        first = load_state(file).position.updates
        qtbot.waitUntil(lambda: load_state(file).position.updates > first)
        assert session.run_state == "running"
        assert document.modified

    def test_once_more_after_a_pause_with_all_that_was_learned(self, qtbot, document, session, folder):
        session.start()
        qtbot.waitUntil(lambda: session.updates > 2)
        session.pause()
        qtbot.waitUntil(lambda: not document._autosave._timer.isActive())
        saved = load_state(kept(folder)[0])
        assert saved.position.updates == session.updates
        np.testing.assert_array_equal(saved.parameters.theta, session.parameters.theta)

    def test_after_a_change_that_is_no_training_too(self, qtbot, document, session, folder):
        session.jump(session.plan.update)
        qtbot.waitUntil(lambda: len(kept(folder)) == 1)
        np.testing.assert_array_equal(load_state(kept(folder)[0]).parameters.theta, session.parameters.theta)

    def test_mini_batches_one_after_the_other_are_not_each_written_to_disk(
        self, qtbot, document, session, folder, monkeypatch
    ):
        monkeypatch.setattr(autosave, "SETTLE_MS", 10_000)
        monkeypatch.setattr(autosave, "AUTOSAVE_MS", 20_000)
        trained(session, 20)
        assert kept(folder) == []
        document._autosave._timer.stop()

    def test_nothing_where_nothing_was_changed(self, qtbot, document, session, folder):
        document.autosave()
        session.next_example()
        assert not folder.exists()

    def test_not_what_was_undone(self, qtbot, document, session, folder):
        session.jump(session.plan.update)
        qtbot.waitUntil(lambda: len(kept(folder)) == 1)
        session.undo()
        qtbot.waitUntil(lambda: kept(folder) == [])

    def test_not_what_was_saved(self, document, session, folder, tmp_path):
        trained(session)
        document.autosave()
        assert len(kept(folder)) == 1
        document.save(tmp_path / "a.nnviz")
        assert kept(folder) == []

    def test_not_what_was_given_up_for_another_file(self, document, session, folder, tmp_path):
        document.save(tmp_path / "a.nnviz")
        trained(session)
        document.autosave()
        document.open(tmp_path / "a.nnviz")
        assert kept(folder) == []

    def test_a_program_that_ends_by_itself_leaves_nothing(self, document, session, folder):
        session.start()
        document.autosave()
        assert os.listdir(folder) != []
        document.close()
        session.close()
        assert os.listdir(folder) == []

    def test_one_that_could_not_ask_leaves_its_work_for_the_next_start(self, make, folder):
        document, session = make()
        trained(session)
        document.close(keep=True)
        assert [load_state(file).position.updates for file in make()[0].recoverable()] == [3]

    def test_one_that_could_not_ask_but_has_nothing_to_lose_leaves_nothing(self, document, folder):
        document.close(keep=True)
        assert not folder.exists()


class TestAFolderThatCannotBeUsed:
    @pytest.fixture
    def blocked(self, folder):
        folder.parent.mkdir(parents=True)
        folder.touch()
        return folder

    def test_is_said_once_in_a_sentence(self, qtbot, blocked, document, session):
        trained(session)
        for _ in range(3):
            document.autosave()
        (sentence,) = session.said
        assert sentence.startswith("A crash would cost what has not been saved, for autosaving does not work")
        assert str(blocked) in sentence
        assert "Errno" not in sentence

    def test_is_said_again_after_it_has_worked_in_between(self, blocked, document, session, folder):
        trained(session)
        document.autosave()
        folder.unlink()
        document.autosave()
        assert len(kept(folder)) == 1
        kept(folder)[0].unlink()
        document._autosave.file.mkdir()
        document.autosave()
        document.autosave()
        assert len(session.said) == 2
        document._autosave.file.rmdir()

    def test_hinders_neither_training_nor_the_end(self, qtbot, blocked, document, session):
        session.start()
        qtbot.waitUntil(lambda: len(session.said) == 1)
        assert session.run_state == "running"
        session.pause()
        document.close()

    def test_nothing_can_be_recovered_from_it(self, blocked, document):
        assert document.recoverable() == ()


class TestRecovering:
    @pytest.fixture
    def crashed(self, make, folder):
        """What a program left that was trained, and killed."""
        document, session = make()
        trained(session)
        document.autosave()
        crash(document)
        return kept(folder)[0]

    def test_a_program_that_runs_is_left_alone(self, make):
        document, session = make()
        trained(session)
        document.autosave()
        assert make()[0].recoverable() == ()
        assert document.recoverable() == ()

    def test_what_a_killed_one_left_is_found(self, crashed, make):
        assert make()[0].recoverable() == (crashed,)

    def test_a_real_process_that_is_gone(self, make, folder):
        """The lock of another process, not only of another descriptor."""
        folder.mkdir(parents=True)
        code = (
            "import sys; from pathlib import Path; from nnviz import autosave;"
            "autosave._locked(Path(sys.argv[1])); print('locked', flush=True); sys.stdin.read()"
        )
        (folder / "autosave-1-a.nnviz").touch()
        with subprocess.Popen(
            [sys.executable, "-c", code, str(folder / "autosave-1-a.lock")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"locked\n"
            assert make()[0].recoverable() == ()
            process.kill()
            process.wait()
            assert len(make()[0].recoverable()) == 1

    def test_one_without_a_lock_was_left_behind(self, crashed, make):
        crashed.with_suffix(".lock").unlink()
        assert make()[0].recoverable() == (crashed,)

    def test_the_newest_comes_first(self, make, folder):
        for age in (30, 10, 20):
            document, session = make()
            trained(session, age // 10)
            document.autosave()
            crash(document)
            (file,) = (f for f in kept(folder) if load_state(f).position.updates == age // 10)
            os.utime(file, (1e9 - age, 1e9 - age))
        files = make()[0].recoverable()
        assert [load_state(file).position.updates for file in files] == [1, 2, 3]

    def test_taken_up_it_is_unsaved_and_has_no_place(self, crashed, make):
        document, session = make()
        document.recover(crashed)
        assert session.updates == 3
        assert (document.path, document.modified, document.name) == (None, True, "untitled")
        session.train_batch()
        session.pause()
        assert session.updates == 4

    def test_taken_up_it_survives_a_second_crash_at_once(self, crashed, make, folder):
        document, _ = make()
        document.recover(crashed)
        assert not crashed.exists()
        assert make()[0].recoverable() == ()
        crash(document)
        (file,) = make()[0].recoverable()
        assert load_state(file).position.updates == 3
        assert len(list(folder.glob("*.lock"))) == 1

    def test_one_that_cannot_be_read_is_a_sentence_and_stays(self, crashed, make):
        document, session = make()
        before = session.parameters
        crashed.write_bytes(crashed.read_bytes()[:100])
        with pytest.raises(FileError, match="autosave-"):
            document.recover(crashed)
        assert session.parameters is before
        assert document.recoverable() == (crashed,)

    def test_where_its_data_are_gone_it_stays_for_another_time(self, qtbot, make, folder, tmp_path):
        images = idx_folder(tmp_path / "images")
        first, session = make()
        first.open_data(str(images))
        qtbot.waitUntil(lambda: first.loading is None)
        trained(session)
        first.autosave()
        crash(first)
        images.rename(tmp_path / "elsewhere")
        document, session = make()
        (file,) = document.recoverable()
        document.recover(file)
        qtbot.waitUntil(lambda: document.loading is None)
        assert len(session.said) == 1
        assert document.recoverable() == (file,)
        (tmp_path / "elsewhere").rename(images)
        document.recover(file)
        qtbot.waitUntil(lambda: document.loading is None)
        assert session.dataset.name == "images"
        assert session.updates == 3
        assert document.recoverable() == ()

    def test_discarded_it_is_gone(self, crashed, make, folder):
        autosave.discard(crashed)
        assert os.listdir(folder) == []
        autosave.discard(crashed)

    def test_other_files_are_left_alone(self, make, folder):
        folder.mkdir(parents=True)
        for name in ("mine.nnviz", "autosave.txt", "notes-autosave-1.nnviz"):
            (folder / name).touch()
        assert make()[0].recoverable() == ()
