"""``nnviz doctor``: what is installed, where things are kept, and what is missing.

Nothing here needs a library before it is known to be there.
"""

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from nnviz import environment
from nnviz.cli.about import version as own_version
from nnviz.errors import NnvizError
from nnviz.resources import resource

LIBRARIES = {
    "numpy": "numpy",
    "scipy": "scipy",
    "scikit-learn": "sklearn",
    "PySide6-Essentials": "PySide6.QtWidgets",
    "pyqtgraph": "pyqtgraph",
    "ziamath": "ziamath",
    "safetensors": "safetensors",
    "pooch": "pooch",
    "platformdirs": "platformdirs",
    "threadpoolctl": "threadpoolctl",
}
"""What nnviz stands on: the package's name, and what is imported."""

RESOURCES = ("digits.npz", "icons", "themes/app.qss", "networks/mnist-16-16.safetensors")

Rows = list[tuple[str, str]]


def doctor(name: str, arguments: Sequence[str]) -> int:
    """Print the report; 0 when nothing is missing, else 1."""
    lacking = [library for library, module in LIBRARIES.items() if not _is_there(module)]
    if lacking:
        _print_lines(_versions(lacking))
        print(f"\nMissing: {', '.join(lacking)}. Install with this line:")
        print(f"    {sys.executable} -m pip install {' '.join(lacking)}")
        return 1
    from nnviz.cli.options import OptionParser

    about = "Tell what is installed, where things are kept, and what is missing."
    if OptionParser(name, about, "nnviz doctor").read(arguments) is None:
        return 0
    missing = _missing()
    _print_lines([*_versions(), *_qt(), *_blas(), *_folders(), *_data()])
    print("\n" + ("\n".join(missing) or "Nothing that nnviz needs is missing."))
    return 1 if missing else 0


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ImportError:  # the package around it
        return False


def _print_lines(rows: Iterable[tuple[str, str]]) -> None:
    rows = list(rows)
    width = max(len(name) for name, _ in rows)
    for name, text in rows:
        print(f"{name:<{width}}  {text}")


def _versions(lacking: Sequence[str] = ()) -> Rows:
    system = f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores"
    rows = [
        ("nnviz", own_version()),
        ("Python", f"{platform.python_version()} ({sys.executable})"),
        ("system", system),
    ]
    return rows + [(name, "missing" if name in lacking else _version(name)) for name in LIBRARIES]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "there, but of an unknown version"


def _qt() -> Rows:
    """Name the platform Qt will use, without loading Qt: it may be what is broken."""
    chosen = os.environ.get("QT_QPA_PLATFORM") or "Qt's own choice"
    display = "there" if environment.has_display() else "none: pictures in place of a window"
    return [("Qt platform", chosen), ("display", display)]


def _blas() -> Rows:
    import numpy  # noqa: F401 - loads the BLAS that is asked about
    import scipy.linalg.blas  # noqa: F401
    from threadpoolctl import threadpool_info

    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    words = "{internal_api} {version} of {library}, for {architecture} processors; threads: {num_threads}"
    unknown = {"architecture": "all"}
    return [("BLAS", words.format(library=_owner(pool["filepath"]), **unknown | pool)) for pool in pools] or [
        ("BLAS", "none that threadpoolctl knows")
    ]


def _owner(file: str) -> str:
    """Name the package whose library this is: NumPy and SciPy bring one each."""
    folders = Path(file).parts
    return next((part.removesuffix(".libs") for part in folders if part.endswith(".libs")), file)


def _folders() -> Rows:
    from nnviz.data import places
    from nnviz.lessons.course import own_folder

    rows = [
        ("cache", places.cache_folder()),
        ("autosaves", places.autosave_folder()),
        ("your lessons", own_folder()),
    ]
    if environment.problem() is None:
        from nnviz.ui.preferences import Preferences

        rows.insert(0, ("settings", Preferences.of_user().file))
    return [(name, str(path)) for name, path in rows]


def _data() -> Rows:
    from nnviz.data import SOURCES
    from nnviz.data.places import mnist_places

    places = mnist_places()
    here = next((str(place) for place in places if os.path.isdir(place)), None)
    looked = f"not here, and not needed: nnviz get mnist fetches it; looked in {', '.join(map(str, places))}"
    return [("data sets", ", ".join(SOURCES)), ("MNIST", here or looked)]


def _missing() -> list[str]:
    problem = environment.problem()
    found = [] if problem is None else [problem]
    for name in RESOURCES:
        try:
            resource(name)
        except NnvizError as error:
            found.append(str(error))
    return found
