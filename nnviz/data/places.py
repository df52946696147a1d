"""Where data lie on this computer, and how to name a place in a sentence."""

import os
from pathlib import Path

from nnviz.errors import FileError
from nnviz.saying import either

DATA_VARIABLE = "NNVIZ_DATA"
"""The environment variable that names a folder of data sets."""

MNIST = "mnist"

DRAWINGS = "drawings"
"""What the digits that the user has drawn and kept are called."""


def cache_folder() -> Path:
    """Return the user's own folder for what can be fetched again; it need not exist.

    It is ``~/.cache/nnviz`` on Linux, ``~/Library/Caches/nnviz`` on macOS, and lies under
    ``%LOCALAPPDATA%`` on Windows.
    """
    from platformdirs import user_cache_dir  # late: not every command needs it

    return Path(user_cache_dir("nnviz"))


def autosave_folder() -> Path:
    """Return the folder for states that are kept in case the program does not end by itself."""
    return cache_folder() / "autosaves"


def drawings_file() -> Path:
    """Return the file of the digits that the user has drawn and kept; it need not exist.

    It lies in the user's own data folder: ``~/.local/share/nnviz`` on Linux.
    """
    from platformdirs import user_data_dir  # late, as above

    return Path(user_data_dir("nnviz")) / "drawings.npz"


def mnist_places() -> tuple[Path, ...]:
    """Return the folders where MNIST is looked for, the first choice first."""
    data = os.environ.get(DATA_VARIABLE)
    named = (absolute(data) / MNIST,) if data else ()
    return (*named, cache_folder() / MNIST)


def find_mnist() -> Path:
    """Return the first of MNIST's places that exists.

    Raises
    ------
    FileError
        If none does; the sentence says where it was looked for and what to do.
    """
    places = mnist_places()
    for place in places:
        if os.path.isdir(place):  # Path.is_dir raises where a folder on the way may not be entered
            return place
    raise FileError(
        "MNIST was looked for, but there is no folder {names}: put its four files "
        "(train-images-idx3-ubyte.gz and so on) there, open the folder that holds them, or "
        "download them with nnviz get mnist.",
        names=either([*map(shown, places)]),
    )


def absolute(path: str | os.PathLike[str]) -> Path:
    """Return where `path` leads, ``~`` being the user's folder.

    Raises
    ------
    FileError
        If the folder it is relative to has been removed.
    """
    try:
        return Path(os.path.abspath(os.path.expanduser(path)))
    except OSError as error:
        raise FileError(
            "The folder {path} cannot be found: {strerror}.", path=shown(path), strerror=error.strerror
        ) from error


def shown(path: str | os.PathLike[str]) -> str:
    """Quote a path for a sentence, which stays one line whatever the path contains."""
    text = os.fspath(path)
    return f"'{text}'" if text.isprintable() else repr(text)
