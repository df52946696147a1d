"""Where the files are that come with the program: lessons, icons, themes, digits."""

from pathlib import Path

from nnviz.errors import FileError

_PACKAGE = Path(__file__).resolve().parent
# An installed wheel first: beside an installed package, "../resources" may be somebody else's.
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(name: str) -> Path:
    """Find a file or folder of ``resources/``, in a source checkout as in an installed wheel.

    Parameters
    ----------
    name : str
        The path inside ``resources/``, with forward slashes: ``"digits.npz"``, ``"icons/play.svg"``.

    Returns
    -------
    Path
        The absolute path of a file or folder that exists.

    Raises
    ------
    FileError
        If the installation does not contain it.
    """
    for place in _PLACES:
        if (place / name).exists():
            return place / name
    raise FileError(
        "The file {name!r} is missing from this installation; please install nnviz again.", name=name
    )
