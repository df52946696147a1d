"""``nnviz doctor``: what is installed, where things are kept, and what is missing."""

import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from nnviz import data, environment
from nnviz.cli.about import version as own_version
from nnviz.cli.options import OptionParser
from nnviz.cli.report import named
from nnviz.data import places
from nnviz.resources import resource
from nnviz.wording import tr

LIBRARIES = (
    "numpy",
    "scipy",
    "scikit-learn",
    "PySide6-Essentials",
    "pyqtgraph",
    "ziamath",
    "safetensors",
    "pooch",
    "threadpoolctl",
)


def doctor(name: str, arguments: Sequence[str]) -> int:
    """Print the report; 0 when nothing is missing, else 1."""
    parser = OptionParser(
        name, "Tell what is installed, where things are kept, and what is missing.", "nnviz doctor"
    )
    if parser.read(arguments) is None:
        return 0
    missing = _missing()
    print(named([*_versions(), *_qt(), *_blas(), *_folders(), *_data()]))
    print()
    print("\n".join(missing) if missing else tr("Nothing is missing."))
    return 1 if missing else 0


def _versions() -> list[tuple[str, str]]:
    system = f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores"
    rows = [
        ("nnviz", own_version()),
        ("Python", f"{platform.python_version()} ({sys.executable})"),
        (tr("system"), system),
    ]
    return rows + [(library, _version(library) or tr("missing")) for library in LIBRARIES]


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


def _qt() -> list[tuple[str, str]]:
    """Name the platform Qt will use, without loading Qt: it may be what is broken."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    display = tr("there") if environment.has_display() else tr("none: pictures in place of a window")
    return [(tr("Qt platform"), chosen or tr("Qt's own choice")), (tr("display"), display)]


def _blas() -> list[tuple[str, str]]:
    import numpy  # noqa: F401 - loads the BLAS that is asked about
    import scipy.linalg.blas  # noqa: F401
    from threadpoolctl import threadpool_info

    pools = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
    return [
        (
            "BLAS",
            tr(
                "{api} {version}, {threads} threads; nnviz uses one",
                api=pool["internal_api"],
                version=pool["version"],
                threads=pool["num_threads"],
            ),
        )
        for pool in pools
    ]


def _folders() -> list[tuple[str, str]]:
    rows = [(tr("cache"), str(places.cache_folder())), (tr("autosaves"), str(places.autosave_folder()))]
    if environment.problem() is None:
        from nnviz.ui.preferences import Preferences

        rows.insert(0, (tr("settings"), str(Preferences.of_user().file)))
    return rows


def _data() -> list[tuple[str, str]]:
    here = [place for place in places.mnist_places() if place.is_dir()]
    return [
        (tr("data sets"), ", ".join(data.SOURCES)),
        (
            "MNIST",
            str(here[0])
            if here
            else tr("not here; looked in {places}", places=_listed(places.mnist_places())),
        ),
    ]


def _listed(folders: Sequence[Path]) -> str:
    return ", ".join(map(str, folders))


def _missing() -> list[str]:
    found = [tr("Missing: {library}", library=library) for library in LIBRARIES if _version(library) is None]
    problem = environment.problem()
    if problem is not None:
        found.append(problem)
    if not resource("digits.npz").is_file():
        found.append(tr("Missing: the built-in digits, resources/digits.npz"))
    return found
