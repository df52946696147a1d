"""MNIST from the internet: from one of several mirrors, checked, and taken up again where it stopped.

A file grows under a name of its own and gets its right name only when its checksum is right, so that what
lies in MNIST's folder is whole. What was there before a cancel or a broken connection is not fetched again.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import BinaryIO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from nnviz.data import reading
from nnviz.data.places import MNIST, cache_folder, shown
from nnviz.data.reading import Asks, Progress, shifted
from nnviz.errors import Cancelled, FileError

MIRRORS = (
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
)
"""Where MNIST's files are, the first choice first."""

SILENCE_S = 4
"""A mirror that sends nothing for so long is asked once more; a cancel is noticed by then, too."""

PATIENCE = 3
"""How often in a row a mirror may fail without having sent anything."""

PARTIAL, RANGE_REFUSED = 206, 416


@dataclass(frozen=True)
class Remote:
    """A file of which is known what it must be.

    Attributes
    ----------
    name : str
        Its name, at the mirrors and here.
    size : int
        In bytes.
    sha256 : str
        In hexadecimal.
    """

    name: str
    size: int
    sha256: str


FILES = (
    Remote(
        "train-images-idx3-ubyte.gz",
        9_912_422,
        "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
    ),
    Remote(
        "train-labels-idx1-ubyte.gz",
        28_881,
        "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
    ),
    Remote(
        "t10k-images-idx3-ubyte.gz",
        1_648_877,
        "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
    ),
    Remote(
        "t10k-labels-idx1-ubyte.gz",
        4_542,
        "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    ),
)

MEGABYTES = round(sum(file.size for file in FILES) / 1e6)


class _Refusal(Exception):
    """Why a mirror did not give a file out, as the rest of a sentence about it."""


def host(mirror: str) -> str:
    """Return the name of a mirror's computer."""
    return urlsplit(mirror).hostname or mirror


def fetch_mnist(progress: Progress | None = None, cancelled: Asks | None = None) -> Path:
    """Download MNIST into the user's cache folder, where `nnviz.data.load` finds it.

    Parameters
    ----------
    progress : callable, optional
        Called as ``progress(done, total)`` with bytes of all files.
    cancelled : callable, optional
        Asked with everything that arrives, and every few seconds; what has arrived by then is kept for
        the next time.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    FileError
        If no mirror gives the files out, or they cannot be written; the sentence says what else can be done.
    Cancelled
        If `cancelled` returned True.
    """
    return fetch(FILES, MIRRORS, cache_folder() / MNIST, progress, cancelled)


def fetch(
    files: tuple[Remote, ...],
    mirrors: tuple[str, ...],
    folder: Path,
    progress: Progress | None = None,
    cancelled: Asks | None = None,
) -> Path:
    """Download some files into a folder; `fetch_mnist` describes the rest."""
    total, before = sum(file.size for file in files), 0
    arriving = folder.with_name(f"{folder.name}-arriving")
    try:
        arriving.mkdir(parents=True, exist_ok=True)
        for file in files:
            if not _is_right(arriving / file.name, file):
                _Fetching(file, arriving, shifted(progress, before, total), cancelled).fetch(mirrors)
            before += file.size
        folder.mkdir(exist_ok=True)
        for file in files:
            os.replace(arriving / file.name, folder / file.name)
        arriving.rmdir()
    except OSError as error:
        raise FileError(
            "MNIST cannot be kept in {folder}: {strerror}.",
            folder=shown(folder),
            strerror=error.strerror or error,
        ) from error
    return folder


def _is_right(path: Path, file: Remote) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    import pooch  # late: few starts download anything

    return bool(pooch.file_hash(str(path), alg="sha256") == file.sha256)


class _Fetching:
    """One file on its way."""

    def __init__(self, file: Remote, folder: Path, progress: Progress, cancelled: Asks | None) -> None:
        self._file = file
        self._path = folder / file.name
        self._part = folder / f"{file.name}.part"
        self._progress, self._cancelled = progress, cancelled
        self._most = 0

    def fetch(self, mirrors: tuple[str, ...]) -> None:
        """Take it from the first mirror that gives it out."""
        reasons = []
        for mirror in mirrors:
            try:
                self._fetch_from(mirror)
            except _Refusal as refusal:
                reasons.append(f"{host(mirror)} {refusal}")
            else:
                return
        raise FileError(
            "MNIST could not be downloaded: {names}; check the connection and try again, or "
            "choose a folder that holds its four files.",
            names="; ".join(reasons),
        )

    def _fetch_from(self, mirror: str) -> None:
        went_on = self._have() > 0
        self._receive_all(mirror + self._file.name)
        if _is_right(self._part, self._file):
            os.replace(self._part, self._path)
            return
        self._part.unlink()
        if not went_on:
            raise _Refusal("sent something else than it should")
        self._fetch_from(mirror)  # perhaps what was there before was wrong: now from the beginning

    def _have(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _receive_all(self, url: str) -> None:
        """Receive until all is there; after a silence or a break go on, as long as something arrives."""
        failures = 0
        while (have := self._have()) < self._file.size:
            try:
                self._receive(url, have)
                reason = "stopped in the middle"
            except HTTPError as error:
                error.close()
                if error.code != RANGE_REFUSED or not have:
                    raise _Refusal(f"answered {error.code} {error.reason}".rstrip()) from error
                self._part.unlink()
            except (OSError, HTTPException, ValueError) as error:
                reason = _reason(error)
            failures = 0 if self._have() > have else failures + 1
            if failures >= PATIENCE:
                raise _Refusal(reason)

    def _receive(self, url: str, have: int) -> None:
        self._ask()
        headers = {"User-Agent": "nnviz", "Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
        with urlopen(Request(url, headers=headers), timeout=SILENCE_S) as response:
            with _writing(self._part):
                part = self._part.open("ab" if _goes_on(response, have) else "wb")
            with part:
                self._copy(response, part)

    def _copy(self, response: HTTPResponse, part: BinaryIO) -> None:
        while part.tell() <= self._file.size and (data := response.read1(reading.CHUNK)):
            with _writing(self._part):
                part.write(data)
            self._most = max(self._most, min(part.tell(), self._file.size))
            self._progress(self._most, self._file.size)
            self._ask()

    def _ask(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("The download was cancelled; what has arrived is kept for the next time.")


def _goes_on(response: HTTPResponse, have: int) -> bool:
    """Say whether a mirror sends the rest, as it was asked, and not everything."""
    return response.status == PARTIAL and response.headers.get("Content-Range", "").startswith(
        f"bytes {have}-"
    )


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Tell what the disk refuses from what the network does."""
    try:
        yield
    except OSError as error:
        raise FileError(
            "The file {path} cannot be written: {strerror}.",
            path=shown(path),
            strerror=error.strerror or error,
        ) from error


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return "does not answer"
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else cause
    return f"cannot be reached ({' '.join(str(words).split())})"
