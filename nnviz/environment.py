"""What the machine must have before Qt may be loaded.

Qt ends the whole process when a library of its display plug-in is missing, and no ``except`` catches that.
So the libraries are looked up one by one beforehand, on Linux, where they come from the system instead of
Qt's wheel.  Standard library only: ``tools/bootstrap.py`` reads this module with a bare ``python3``.

The lists are what ``objdump -p`` names as NEEDED in the QtCore, QtGui, QtWidgets, QtSvg, QtDBus, offscreen,
xcb and Wayland files of PySide6-Essentials 6.11.3.
"""

from __future__ import annotations

import ctypes
import functools
import os
import shlex
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Use(Enum):
    """What a part of the system is needed for."""

    ANY = "any use of Qt, also without a display"
    X11 = "a window on an X11 display"
    WAYLAND = "a window on a Wayland display"


@dataclass(frozen=True)
class SystemPart:
    """Something that has to come from the operating system.

    Attributes
    ----------
    name : str
        The library's soname, or words for what is no library.
    package : str
        The Debian package that brings it.
    use : Use
        What it is needed for.
    """

    name: str
    package: str
    use: Use


_PACKAGES = {
    Use.ANY: {
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libX11.so.6": "libx11-6",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libdbus-1.so.3": "libdbus-1-3",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libstdc++.so.6": "libstdc++6",
        "libz.so.1": "zlib1g",
        "libzstd.so.1": "libzstd1",
    },
    Use.X11: {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb.so.1": "libxcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-glx.so.0": "libxcb-glx0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    Use.WAYLAND: {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}

FONT = SystemPart("a font", "fonts-dejavu-core", Use.ANY)
PARTS = (*(SystemPart(name, package, use) for use in Use for name, package in _PACKAGES[use].items()), FONT)

# Debian 13 and Ubuntu 24.04 renamed the packages whose binary interface changed with the 64-bit time type.
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
_APT_LISTS = Path("/var/lib/apt/lists")


_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""How every BLAS is told on how many threads to compute: once, while it is loaded."""


def compute_on_one_thread() -> None:
    """Let every BLAS that is loaded from now on, NumPy's and SciPy's own, compute on one thread.

    For products as small as these that is the fastest, and a training gives the same numbers every time.
    """
    os.environ.update(dict.fromkeys(_THREADS, "1"))


def missing_parts() -> tuple[SystemPart, ...]:
    """Return everything that Qt would look for on this machine and not find; empty except on Linux.

    The libraries of an X11 window always count, so that one command makes the machine complete; those of a
    Wayland window count only in a Wayland session.
    """
    if sys.platform != "linux":
        return ()
    wanted = {Use.ANY, Use.X11}
    if os.environ.get("WAYLAND_DISPLAY") or Use.WAYLAND in _chosen_routes():
        wanted.add(Use.WAYLAND)
    return tuple(part for part in PARTS if part.use in wanted and not _is_present(part))


def blocking_parts() -> tuple[SystemPart, ...]:
    """Return the missing parts without which Qt cannot start as it would be started now.

    Without a display, only what Qt needs offscreen counts.  Where both Wayland and X11 answer, Qt takes the
    second when the first does not load, so that one complete set of libraries is enough.
    """
    missing = missing_parts()
    if not missing:
        return ()
    everywhere = tuple(part for part in missing if part.use is Use.ANY)
    lacking = [tuple(part for part in missing if part.use is route) for route in display_routes()]
    return everywhere or min(lacking, key=len, default=())


def problem() -> str | None:
    """Return the sentence, with the line to type, that says why Qt cannot start here; None when it can."""
    blocking = blocking_parts()
    if not blocking:
        return None
    # The advice covers all that is missing: nobody should have to come back for the next library.
    return f"Qt cannot start: this system lacks {named(blocking)}.\n{install_advice(missing_parts())}"


def has_display() -> bool:
    """Return whether a window can appear.

    An explicit ``QT_QPA_PLATFORM`` decides: a platform without a display server (offscreen, vnc, …) counts as
    a display; xcb and wayland do when their server answers.
    """
    return bool(display_routes())


def display_routes() -> tuple[Use, ...]:
    """Return the ways in which a window can appear now; ``Use.ANY`` is one that needs no display server."""
    if sys.platform != "linux":
        return (Use.ANY,)
    answers = {Use.ANY: _always, Use.X11: _x11_answers, Use.WAYLAND: _wayland_answers}
    routes = _chosen_routes() or (Use.WAYLAND, Use.X11)
    return tuple(route for route in routes if answers[route]())


def install_advice(parts: Iterable[SystemPart]) -> str:
    """Return what to do about missing parts: the line for Debian's family, a sentence elsewhere."""
    parts = tuple(parts)
    if shutil.which("apt-get") is None:
        return f"Install with your system's package manager: {named(parts)}."
    return f"Install with this line:\n    {install_command(debian_packages(parts))}"


def install_command(packages: Iterable[str]) -> str:
    """Return the one line that installs Debian packages, for the user who would type it."""
    command = "apt-get install -y " + " ".join(packages)
    update = "" if _apt_has_lists() else "apt-get update && "
    if is_root():
        return update + command
    if shutil.which("sudo") is None:
        return f"su -c {shlex.quote(update + command)}"
    return (update and f"sudo {update}") + f"sudo {command}"


def debian_packages(parts: Iterable[SystemPart]) -> list[str]:
    """Return the Debian packages of some parts, each once, by the names that this release uses."""
    return [_current_name(package) for package in dict.fromkeys(part.package for part in parts)]


def named(parts: Iterable[SystemPart]) -> str:
    """Return the parts' names as a list in words."""
    return ", ".join(part.name for part in parts)


def is_root() -> bool:
    """Return whether this process may install system packages; False on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _is_present(part: SystemPart) -> bool:
    return _has_font() if part is FONT else _load(part.name) is not None


def _load(soname: str) -> ctypes.CDLL | None:
    """Ask the loader itself, which knows LD_LIBRARY_PATH, Conda's folders and the right architecture."""
    try:
        return ctypes.CDLL(soname)
    except OSError:
        return None


def _has_font() -> bool:
    fontconfig = _load("libfontconfig.so.1")
    if fontconfig is None:
        return True  # unknown as yet: the library is reported first
    fontconfig.FcInit()
    # FcFontSet begins with the number of its fonts.
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)
    fonts = fontconfig.FcConfigGetFonts(None, 0)
    return bool(fonts) and fonts[0] > 0


def _chosen_routes() -> tuple[Use, ...]:
    """Read QT_QPA_PLATFORM, which looks like ``wayland;xcb`` or ``offscreen:configfile=screens.json``."""
    names = os.environ.get("QT_QPA_PLATFORM", "").split(";")
    return tuple(_route(name.partition(":")[0]) for name in names if name)


def _route(platform: str) -> Use:
    if platform == "xcb":
        return Use.X11
    return Use.WAYLAND if platform.startswith("wayland") else Use.ANY


def _always() -> bool:
    return True


def _x11_answers() -> bool:
    display = os.environ.get("DISPLAY")
    return bool(display) and _connects_to_x11(str(display))


@functools.cache
def _connects_to_x11(display: str) -> bool:
    """Connect as Qt does, so that a refused authorization and an odd DISPLAY count for what they are.

    The connection stays open until the process ends: some servers reset or end when their last client
    leaves, which must not happen between this look and Qt's own.
    """
    xcb = _load("libxcb.so.1")
    if xcb is None:
        return True  # unknown as yet: the library is reported first
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    return not xcb.xcb_connection_has_error(connection)


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)  # an absolute name stands for itself
    import socket

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.connect(str(path))
    except OSError:
        return False
    return True


def _apt_has_lists() -> bool:
    return any(_APT_LISTS.glob("*Packages*"))


def _current_name(package: str) -> str:
    renamed = _RENAMED.get(package)
    return renamed if renamed and _apt_knows(renamed) else package


def _apt_knows(package: str) -> bool:
    import subprocess  # late, as socket is: few starts need them

    try:
        done = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0
