"""The machine is told from what is missing: absent libraries, displays and fonts are monkeypatched."""

import ctypes
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from nnviz import environment
from nnviz.environment import FONT, PARTS, SystemPart, Use

CURSOR = next(part for part in PARTS if part.name == "libxcb-cursor.so.0")
GL = next(part for part in PARTS if part.name == "libGL.so.1")
GLIB = next(part for part in PARTS if part.name == "libglib-2.0.so.0")
WAYLAND_CURSOR = next(part for part in PARTS if part.name == "libwayland-cursor.so.0")


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """A complete Debian without a display, whatever runs these tests."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    lack(monkeypatch)
    have_programs(monkeypatch, "apt-get", "sudo")
    monkeypatch.setattr(environment, "_apt_knows", lambda package: False)
    monkeypatch.setattr(environment, "_apt_has_lists", lambda: True)
    become(monkeypatch, 1000)
    environment._connects_to_x11.cache_clear()


def lack(monkeypatch: pytest.MonkeyPatch, *parts: SystemPart) -> None:
    monkeypatch.setattr(environment, "_is_present", lambda part: part not in parts)


def have_programs(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(
        environment.shutil, "which", lambda name: f"/usr/bin/{name}" if name in names else None
    )


def become(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)


def displays(monkeypatch: pytest.MonkeyPatch, *, x11: bool = False, wayland: bool = False) -> None:
    monkeypatch.setattr(environment, "_x11_answers", lambda: x11)
    monkeypatch.setattr(environment, "_wayland_answers", lambda: wayland)
    if wayland:
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")


class TestWithoutQt:
    def test_a_bare_python_reads_the_module_without_loading_anything_of_ours(self) -> None:
        program = (
            "import sys; sys.path.insert(0, sys.argv[1]); import nnviz.environment as e; e.missing_parts();"
            "print(sorted({m.split('.')[0] for m in sys.modules} & {'PySide6', 'numpy', 'pyqtgraph'}))"
        )
        root = Path(environment.__file__).parent.parent
        # -S and -I: neither site-packages nor the working directory.
        command = [sys.executable, "-I", "-S", "-c", program, str(root)]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"

    def test_the_list_covers_what_qt_here_is_linked_to(self) -> None:
        qt = pytest.importorskip("PySide6").__path__[0]
        plugin = Path(qt, "Qt/plugins/platforms/libqxcb.so")
        if not plugin.exists():
            pytest.skip("this Qt has no X11 plug-in")
        # The sonames of a shared object stand in it as plain text.
        text = plugin.read_bytes() + Path(qt, "Qt/lib/libQt6XcbQpa.so.6").read_bytes()
        linked = {
            word for word in text.split(b"\0") if word.startswith((b"libxcb", b"libX")) and b".so." in word
        }
        assert linked
        assert {word.decode() for word in linked} <= {part.name for part in PARTS}


class TestMissingParts:
    def test_a_complete_machine_lacks_nothing(self) -> None:
        assert environment.missing_parts() == ()
        assert environment.problem() is None

    def test_libraries_of_a_window_are_named_even_without_a_display(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lack(monkeypatch, CURSOR, GL)
        assert set(environment.missing_parts()) == {GL, CURSOR}

    def test_wayland_counts_in_a_wayland_session_only(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lack(monkeypatch, WAYLAND_CURSOR)
        assert environment.missing_parts() == ()
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        assert environment.missing_parts() == (WAYLAND_CURSOR,)

    @pytest.mark.parametrize("platform", ["darwin", "win32"])
    def test_elsewhere_qt_brings_everything_along(
        self, monkeypatch: pytest.MonkeyPatch, platform: str
    ) -> None:
        lack(monkeypatch, *PARTS)
        monkeypatch.setattr(sys, "platform", platform)
        assert environment.missing_parts() == ()
        assert environment.problem() is None


class TestBlockingParts:
    def test_without_a_display_a_window_library_does_not_stop_offscreen_work(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lack(monkeypatch, CURSOR)
        assert environment.blocking_parts() == ()

    def test_on_an_x11_display_it_does(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lack(monkeypatch, CURSOR)
        displays(monkeypatch, x11=True)
        assert environment.blocking_parts() == (CURSOR,)

    def test_offscreen_chosen_on_an_x11_display_it_does_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lack(monkeypatch, CURSOR)
        displays(monkeypatch, x11=True)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        assert environment.blocking_parts() == ()

    def test_one_complete_way_to_a_window_is_enough(self, monkeypatch: pytest.MonkeyPatch) -> None:
        displays(monkeypatch, x11=True, wayland=True)
        lack(monkeypatch, CURSOR)
        assert environment.blocking_parts() == ()
        lack(monkeypatch, CURSOR, WAYLAND_CURSOR)
        assert len(environment.blocking_parts()) == 1

    @pytest.mark.parametrize("part", [GL, FONT])
    def test_what_any_use_needs_always_stops(self, monkeypatch: pytest.MonkeyPatch, part: SystemPart) -> None:
        lack(monkeypatch, part)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        assert environment.blocking_parts() == (part,)


class TestHasDisplay:
    def test_none_when_nothing_is_set(self) -> None:
        assert not environment.has_display()

    @pytest.mark.parametrize("platform", ["darwin", "win32"])
    def test_always_on_a_desktop_system(self, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
        monkeypatch.setattr(sys, "platform", platform)
        assert environment.has_display()

    @pytest.mark.parametrize(
        "chosen", ["offscreen", "minimal", "vnc:port=5901", "offscreen:configfile=a.json", "xcb;offscreen"]
    )
    def test_a_chosen_platform_without_a_server_counts(
        self, monkeypatch: pytest.MonkeyPatch, chosen: str
    ) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
        assert environment.has_display()

    @pytest.mark.parametrize("chosen", ["xcb", "wayland", "wayland-egl", "wayland;xcb"])
    def test_a_chosen_platform_with_an_absent_server_does_not(
        self, monkeypatch: pytest.MonkeyPatch, chosen: str
    ) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
        assert not environment.has_display()

    def test_a_display_that_nobody_serves_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        if environment._load("libxcb.so.1") is None:
            pytest.skip("only libxcb can tell")
        monkeypatch.setenv("DISPLAY", ":54321")
        assert not environment.has_display()

    def test_without_libxcb_a_display_has_the_benefit_of_the_doubt(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(environment, "_load", lambda soname: None)
        monkeypatch.setenv("DISPLAY", ":54321")
        assert environment.display_routes() == (Use.X11,)

    @pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Unix sockets only")
    def test_a_wayland_server_that_answers(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
        assert not environment.has_display()
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
            server.bind(str(tmp_path / "wayland-7"))
            server.listen()
            assert environment.display_routes() == (Use.WAYLAND,)


class TestAdvice:
    def test_root(self, monkeypatch: pytest.MonkeyPatch) -> None:
        become(monkeypatch, 0)
        assert environment.install_command(["libgl1", "libegl1"]) == "apt-get install -y libgl1 libegl1"

    def test_user(self) -> None:
        assert environment.install_command(["libgl1"]) == "sudo apt-get install -y libgl1"

    def test_user_without_sudo(self, monkeypatch: pytest.MonkeyPatch) -> None:
        have_programs(monkeypatch, "apt-get")
        assert environment.install_command(["libgl1"]) == "su -c 'apt-get install -y libgl1'"

    def test_a_fresh_machine_has_to_update_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(environment, "_apt_has_lists", lambda: False)
        expected = "sudo apt-get update && sudo apt-get install -y libgl1"
        assert environment.install_command(["libgl1"]) == expected

    def test_packages_come_once_and_by_the_release_s_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        two = [part for part in PARTS if part.package == GLIB.package]
        assert len(two) == 2
        assert environment.debian_packages([*two, FONT]) == ["libglib2.0-0", "fonts-dejavu-core"]
        monkeypatch.setattr(environment, "_apt_knows", lambda package: True)
        assert environment.debian_packages([*two, GL]) == ["libglib2.0-0t64", "libgl1"]

    def test_elsewhere_the_libraries_are_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        have_programs(monkeypatch)
        advice = environment.install_advice([CURSOR, FONT])
        assert advice == "Install with your system's package manager: libxcb-cursor.so.0, a font."

    def test_the_problem_names_what_stops_and_installs_all_that_is_missing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lack(monkeypatch, GL, CURSOR)
        assert environment.problem() == (
            "Qt cannot start: this system lacks libGL.so.1.\n"
            "Install with this line:\n"
            "    sudo apt-get install -y libgl1 libxcb-cursor0"
        )


class TestProbing:
    @pytest.fixture(autouse=True)
    def _real(self, monkeypatch: pytest.MonkeyPatch, linux: None) -> None:
        monkeypatch.undo()

    def test_an_absent_library_is_absent(self) -> None:
        assert not environment._is_present(SystemPart("libnobody-has-this.so.9", "", Use.ANY))

    @pytest.mark.skipif(sys.platform != "linux", reason="sonames are Linux's")
    def test_a_present_library_is_present(self) -> None:
        assert environment._is_present(SystemPart("libc.so.6", "libc6", Use.ANY))

    @pytest.mark.parametrize(("count", "expected"), [(None, False), (0, False), (3, True)])
    def test_fonts_are_counted_by_fontconfig(
        self, monkeypatch: pytest.MonkeyPatch, count: int | None, expected: bool
    ) -> None:
        class Fontconfig:
            def FcInit(self) -> None: ...

            @property
            def FcConfigGetFonts(self):
                def get(config, kind):
                    return None if count is None else ctypes.pointer(ctypes.c_int(count))

                return get

        monkeypatch.setattr(environment, "_load", lambda soname: Fontconfig())
        assert environment._is_present(FONT) is expected

    def test_fonts_are_not_judged_before_fontconfig_is_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(environment, "_load", lambda soname: None)
        assert environment._is_present(FONT)
        assert not environment._is_present(GL)
