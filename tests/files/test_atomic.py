import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from nnviz.errors import FileError
from nnviz.files import atomic
from nnviz.files.atomic import STALE_SECONDS, write_atomic

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")


@pytest.fixture
def old(tmp_path):
    """A file with old contents, alone in its folder."""
    path = tmp_path / "old.nnviz"
    path.write_bytes(b"old")
    return path


def only_old_is_left(old):
    return old.read_bytes() == b"old" and os.listdir(old.parent) == [old.name]


def part(folder, age):
    """Leave what a killed program leaves, so many seconds ago."""
    path = folder / ".nnviz-0123456789abcdef.part"
    path.write_bytes(b"half")
    written = path.stat().st_mtime - age
    os.utime(path, (written, written))
    return path


def failing(number):
    def fail(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    return fail


class FullDisk:
    """A file that takes half of what is written, and then no more."""

    def __init__(self, file):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.file.close()

    def write(self, data):
        self.file.write(data[: len(data) // 2])
        self.file.flush()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_new_file(tmp_path):
    write_atomic(tmp_path / "new", b"contents")
    assert (tmp_path / "new").read_bytes() == b"contents"
    assert os.listdir(tmp_path) == ["new"]


def test_in_place_of_an_old_one(old):
    write_atomic(str(old), b"new and longer")
    assert old.read_bytes() == b"new and longer"
    assert os.listdir(old.parent) == [old.name]


def test_a_relative_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_atomic("here", b"1")
    assert (tmp_path / "here").read_bytes() == b"1"


def test_the_longest_name_a_file_can_have(tmp_path):
    path = tmp_path / ("n" * 255)
    write_atomic(path, b"1")
    assert path.read_bytes() == b"1"


@POSIX
def test_permissions_stay_and_new_files_have_the_usual_ones(old, tmp_path):
    old.chmod(0o640)
    (tmp_path / "usual").touch()
    for name in ("old.nnviz", "new"):
        write_atomic(tmp_path / name, b"")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@POSIX
def test_a_link_stays_a_link(old, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link"
    link.symlink_to(old)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"
    assert os.listdir(folder) == ["link"]


@POSIX
def test_everything_is_on_the_disk_before_the_name_changes(old, monkeypatch):
    happened = []

    def sync(descriptor, real=os.fsync):
        happened.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        real(descriptor)

    def rename(source, target, real=os.replace):
        assert Path(source).read_bytes() == b"new"
        happened.append("rename")
        real(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", rename)
    write_atomic(old, b"new")
    assert happened == ["file", "rename", "folder"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_does_not_know_fsync(old, monkeypatch, number):
    monkeypatch.setattr(os, "fsync", failing(number))
    write_atomic(old, b"new")
    assert old.read_bytes() == b"new"


@pytest.mark.parametrize("where", ["replace", "fsync"])
@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, "no space is left on the disk"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EACCES, "permission denied"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failure_leaves_the_old_file(old, monkeypatch, where, number, cause):
    monkeypatch.setattr(os, where, failing(number))
    with pytest.raises(FileError) as caught:
        write_atomic(old, b"new")
    assert str(caught.value) == f"The file '{old}' cannot be saved: {cause}."
    assert only_old_is_left(old)


def test_a_disk_that_is_full_in_the_middle(old, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda *args, real=Path.open: FullDisk(real(*args)))
        with pytest.raises(FileError, match="no space is left on the disk"):
            write_atomic(old, b"new" * 1000)
    assert only_old_is_left(old)


@POSIX
def test_a_write_the_system_itself_cuts_off(old):
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(FileError, match="File too large"):
            write_atomic(old, bytes(1_000_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert only_old_is_left(old)


def test_a_user_who_interrupts(old, monkeypatch):
    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(old, b"new")
    assert only_old_is_left(old)


def test_a_folder_where_nothing_may_be_made(old, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", failing(errno.EACCES))
        with pytest.raises(FileError) as caught:
            write_atomic(old, b"new")
    assert str(caught.value) == f"The file '{old}' cannot be saved: permission denied."
    assert only_old_is_left(old)


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may do anything")
def test_a_folder_that_is_really_protected(old):
    old.parent.chmod(0o555)
    try:
        with pytest.raises(FileError, match="permission denied"):
            write_atomic(old, b"new")
    finally:
        old.parent.chmod(0o755)
    assert only_old_is_left(old)


def test_a_protected_file_is_not_replaced(old, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # as root everything may be written
    with pytest.raises(FileError) as caught:
        write_atomic(old, b"new")
    assert str(caught.value) == f"The file '{old}' cannot be saved: permission denied."
    assert only_old_is_left(old)


def test_a_folder_that_is_missing(tmp_path):
    path = tmp_path / "none" / "file"
    with pytest.raises(FileError) as caught:
        write_atomic(path, b"")
    assert str(caught.value) == f"The file '{path}' cannot be saved: there is no folder '{path.parent}'."


@POSIX
def test_a_file_where_a_folder_should_be(old):
    with pytest.raises(FileError, match=r"cannot be saved: a folder in its path is a file\.$"):
        write_atomic(old / "file", b"")


def test_a_folder_where_the_file_should_be(tmp_path):
    with pytest.raises(FileError) as caught:
        write_atomic(tmp_path, b"")
    assert str(caught.value) == f"'{tmp_path}' is a folder; a file cannot be saved under its name."


@POSIX
def test_what_is_no_ordinary_file_is_not_renamed_away(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/null")):
        with pytest.raises(FileError, match="is not an ordinary file; nothing can be saved there"):
            write_atomic(path, b"")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_name_no_file_can_have(tmp_path):
    with pytest.raises(FileError, match="cannot be saved: embedded null byte"):
        write_atomic(f"{tmp_path}/a\0b", b"")


@POSIX
def test_a_name_too_long(tmp_path):
    with pytest.raises(FileError, match="cannot be saved: the name is too long"):
        write_atomic(tmp_path / ("n" * 256), b"")


def test_the_part_of_a_killed_program_is_removed_with_the_next_save(old):
    left = part(old.parent, age=STALE_SECONDS + 60)
    write_atomic(old, b"new")
    assert not left.exists()


def test_a_part_that_is_perhaps_being_written_stays(old):
    left = part(old.parent, age=STALE_SECONDS - 60)
    write_atomic(old, b"new")
    assert left.read_bytes() == b"half"


def test_nothing_else_is_removed(old):
    names = [".nnviz-folder.part", "my.part", ".nnviz-notes"]
    (old.parent / names[0]).mkdir()
    for name in names[1:]:
        (old.parent / name).touch()
    for name in names:
        os.utime(old.parent / name, (0, 0))
    write_atomic(old, b"new")
    assert set(os.listdir(old.parent)) == {*names, old.name}


def test_a_part_that_cannot_be_removed_hinders_nobody(old, monkeypatch):
    part(old.parent, age=STALE_SECONDS + 60)
    monkeypatch.setattr(atomic.os, "unlink", failing(errno.EACCES))
    write_atomic(old, b"new")
    assert old.read_bytes() == b"new"
