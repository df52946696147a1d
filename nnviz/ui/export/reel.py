"""What a film is wound on: a GIF or an MP4 file, whole or not at all."""

import io
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from nnviz.data.places import shown
from nnviz.errors import FileError
from nnviz.files.atomic import check_target, write_atomic
from nnviz.ui.export.stage import Pixels
from nnviz.wording import tr

NEEDED = {".gif": ("PIL",), ".mp4": ("imageio", "imageio_ffmpeg")}
"""What must be installed for each kind of film."""

FPS = 20
"""Pictures a second of an MP4: players that are sent fewer get stuck, so each frame is there many times."""

COLORS = 256
"""Of each frame of a GIF."""


def missing(suffix: str) -> str:
    """Return a sentence that says what must be installed for this kind of file, or ""."""
    if all(find_spec(name) for name in NEEDED.get(suffix, ())):
        return ""
    return tr(
        "GIF and MP4 need more libraries: {command}", command=f"{_python()} -m pip install 'nnviz[export]'"
    )


def _python() -> str:
    """Return how this program's Python is called from where the user stands."""
    running, here = Path(sys.executable), Path.cwd()
    return str(running.relative_to(here)) if running.is_relative_to(here) else str(running)


class Reel(Protocol):
    """Takes frames of one size, in order."""

    def add(self, pixels: Pixels) -> None:
        """Take one more."""

    def finish(self) -> None:
        """Write the file.

        Raises
        ------
        FileError
            If it could not be written; nothing has changed then.
        """

    def abandon(self) -> None:
        """Leave nothing behind."""


def open_reel(path: Path, seconds: float) -> Reel:
    """Return a new reel for a .gif or .mp4 file.

    Parameters
    ----------
    path : Path
        Where the film will be.
    seconds : float
        How long each frame stands.

    Raises
    ------
    FileError
        When nothing can be saved there, or what writes films is not installed.
    """
    suffix = path.suffix.lower()
    if sentence := missing(suffix):
        raise FileError(sentence)
    check_target(path)
    kind: Callable[[Path, float], Reel] = GifReel if suffix == ".gif" else Mp4Reel
    return kind(path, seconds)


class GifReel:
    """Pictures of 256 colors each, that go round."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._path, self._seconds = path, seconds
        self._frames: list[Any] = []

    def add(self, pixels: Pixels) -> None:
        """Take one more."""
        image = import_module("PIL.Image")
        # Not the most frequent colors: the one gold neuron must not turn red.
        rare_too = image.Quantize.MAXCOVERAGE
        self._frames.append(image.fromarray(pixels).quantize(COLORS, rare_too))

    def finish(self) -> None:
        """Write the file."""
        first, *rest = self._frames
        file, stands = io.BytesIO(), round(1000 * self._seconds)
        first.save(file, "GIF", save_all=True, append_images=rest, duration=stands, loop=0)
        write_atomic(self._path, file.getvalue())

    def abandon(self) -> None:
        """Forget the frames."""
        self._frames.clear()


class Mp4Reel:
    """H.264 as every player knows it, compressed while the film goes on."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._path, self._times = path, max(1, round(seconds * FPS))
        self._folder = TemporaryDirectory(prefix="nnviz-film-")
        self._file = Path(self._folder.name) / "film.mp4"
        options = {"codec": "libx264", "quality": 8, "macro_block_size": 2, "ffmpeg_log_level": "error"}
        writers = import_module("imageio.v2")
        self._writer = writers.get_writer(str(self._file), format="FFMPEG", mode="I", fps=FPS, **options)

    def add(self, pixels: Pixels) -> None:
        """Take one more; H.264 wants even sizes."""
        height, width = (n // 2 * 2 for n in pixels.shape[:2])
        try:
            for _ in range(self._times):
                self._writer.append_data(pixels[:height, :width])
        except OSError as error:
            reason = str(error).partition("\n")[0]
            sentence = "The film {name} cannot be written: {reason}"
            raise FileError(tr(sentence, name=shown(self._path), reason=reason)) from error

    def finish(self) -> None:
        """Write the file."""
        try:
            self._writer.close()
            write_atomic(self._path, self._file.read_bytes())
        finally:
            self._folder.cleanup()

    def abandon(self) -> None:
        """Delete what was written."""
        self._writer.close()
        self._folder.cleanup()
