"""Inputs of one's own: a drawing, stroke by stroke; the drawings that are kept; and noise.

Each of them is painted on the example on the screen, as one entry of the history, so that undo takes it back
and everything that follows an input follows it. What the present input is, is read off the input itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from nnviz.data.drawings import MOST, Drawing, pictures, read_drawings
from nnviz.data.places import drawings_file
from nnviz.data.strokes import Dab, Ink, Strokes, draw_line, ink_of, input_of
from nnviz.errors import NnvizError, SettingsError
from nnviz.files.drawings import write_drawings
from nnviz.session.changes import Changed
from nnviz.wording import tr

if TYPE_CHECKING:
    from nnviz.session.session import Session

T = TypeVar("T")

REMEMBERED = 1000
"""Inputs of which it is known how they were made; beyond that the oldest are forgotten."""


class _Made(Generic[T]):
    """Knows of the present input how it was made, also after undo and redo."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._by_input: dict[bytes, T] = {}

    @property
    def present(self) -> T | None:
        """How the present input was made; None if it was not made here."""
        session = self._session
        return self._by_input.get(session.input.astype(np.float32).tobytes()) if session.painted else None

    def paint(self, x: NDArray[np.float32], made: T) -> None:
        """Paint an input, shape (n_0,), as one edit or as more of a drag."""
        key = np.asarray(x, np.float32).tobytes()
        self._by_input.pop(key, None)
        self._by_input[key] = made
        if len(self._by_input) > REMEMBERED:
            del self._by_input[next(iter(self._by_input))]
        self._session.paint_input(dict(enumerate(x.tolist())))


class Drawings:
    """What is drawn on the pad, and the drawings that the user has kept with a label.

    Parameters
    ----------
    session : Session
        Whose input a drawing becomes.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: _Made[Strokes] = _Made(session)
        self._stroke: list[Dab] = []
        self._ink: tuple[Strokes, Ink] = ((), ink_of(()))
        self._kept: tuple[Drawing, ...] | None = None

    @property
    def possible(self) -> bool:
        """Whether the data are images, so that there is something to draw."""
        return self._session.dataset.image_shape is not None

    # The drawing

    @property
    def strokes(self) -> Strokes:
        """The finished strokes of the drawing that is the present input; none when that is no drawing."""
        return self._made.present or ()

    @property
    def ink(self) -> Ink:
        """The ink on the pad, with the stroke that is being drawn; shape (PAD, PAD)."""
        if not self._stroke and self._ink[0] != self.strokes:
            self._ink = self.strokes, ink_of(self.strokes)
        return self._ink[1]

    @property
    def drawing(self) -> bool:
        """True while the pen is down."""
        return bool(self._stroke)

    def put_down(self, dab: Dab) -> None:
        """Begin a stroke."""
        strokes, ink = self.strokes, self.ink.copy()
        self._ink = strokes, ink
        self._session.end_training()
        self._session.begin_drag()
        self._stroke = [dab]
        draw_line(ink, dab, dab)

    def lead(self, dab: Dab) -> None:
        """Lead the pen on, straight; the network is shown it by `show`."""
        if self._stroke:
            draw_line(self._ink[1], self._stroke[-1], dab)
            self._stroke.append(dab)

    def show(self) -> None:
        """Show the network what has been drawn so far."""
        if self._stroke and self._ink[1].any():
            strokes = (*self._ink[0], tuple(self._stroke))
            self._made.paint(self._prepared(self._ink[1]), strokes)

    def lift(self) -> None:
        """End the stroke; it is one entry of the history."""
        self.show()
        self._stroke = []
        self._session.end_drag()

    def take_back(self) -> None:
        """Take the last stroke away; without any stroke the example's own pixels are back."""
        self._draw(self.strokes[:-1])

    def clear(self) -> None:
        """Take all strokes away."""
        self._draw(())

    def _draw(self, strokes: Strokes) -> None:
        session = self._session
        if strokes:
            self._made.paint(self._prepared(ink_of(strokes)), strokes)
        elif session.painted:
            x, _ = session.split.example(session.example.index)
            session.paint_input(dict(enumerate(x.tolist())))

    def _prepared(self, ink: Ink) -> NDArray[np.float32]:
        return input_of(ink, self._image_shape())

    def _image_shape(self) -> tuple[int, ...]:
        shape = self._session.dataset.image_shape
        if shape is None:
            raise SettingsError(tr("These data are no images: there is nothing to draw."))
        return shape

    # The kept ones

    @property
    def kept(self) -> tuple[Drawing, ...]:
        """The drawings in the user's own file, read when they are first asked for."""
        if self._kept is None:
            self._kept = ()
            try:
                self._kept = read_drawings(drawings_file())
            except NnvizError as error:
                self._session.failed.emit(str(error))
        return self._kept

    def keep(self, label: int) -> None:
        """Keep the drawing, as one of class `label`.

        Raises
        ------
        SettingsError
            When nothing is drawn, or too many are kept.
        FileError
            When it cannot be saved.
        """
        if not self.strokes:
            raise SettingsError(tr("Nothing is drawn that could be kept."))
        if len(self.kept) >= MOST:
            raise SettingsError(tr("{n} drawings are kept, which is as many as there may be.", n=MOST))
        self._save((*self.kept, Drawing(self.strokes, label)))

    def delete(self, index: int) -> None:
        """Delete one of the kept drawings."""
        self._save((*self.kept[:index], *self.kept[index + 1 :]))

    def _save(self, kept: tuple[Drawing, ...]) -> None:
        write_drawings(drawings_file(), kept)
        self._kept = kept
        self._session.changed.emit(Changed.EXAMPLES)

    def inputs(self) -> NDArray[np.float32]:
        """Return the kept drawings as inputs of the present data, shape (n, n_0)."""
        return pictures(self.kept, self._image_shape())

    def open(self, index: int) -> None:
        """Put a kept drawing on the pad; on an example of its class, for the cost needs the right label."""
        strokes, label = self.kept[index]
        session = self._session
        labels = session.split.labels
        if labels is not None and session.label != label and (labels == label).any():
            session.go_to_example(session.example.split, int(np.argmax(labels == label)))
        self._draw(strokes)


Kind = Literal["random", "shuffled", "mix"]


class Noise(NamedTuple):
    """How an input was made that is no example: its kind, and the seed or the other example it came from."""

    kind: Kind
    number: int
    share: float = 0.0


class Nonsense:
    """Inputs that show what a network says of what it has never seen.

    Parameters
    ----------
    session : Session
        Whose input they become.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: _Made[Noise] = _Made(session)
        self._seed = 0

    @property
    def present(self) -> Noise | None:
        """How the present input was made; None when it is an example or something painted."""
        return self._made.present

    def random_pixels(self, seed: int | None = None) -> None:
        """Show random numbers, each evenly distributed in 0 … 1; others each time, by a seed that counts."""
        x = self._random(seed).uniform(0, 1, self._session.spec.sizes[0])
        self._made.paint(x.astype(np.float32), Noise("random", self._seed))

    def shuffle(self, seed: int | None = None) -> None:
        """Show the present input with its pixels in another order; the channels of a pixel stay together."""
        session = self._session
        shape = session.dataset.image_shape
        pixels = session.input.reshape(-1, shape[2] if shape is not None and len(shape) == 3 else 1)
        x = self._random(seed).permutation(pixels).ravel()
        self._made.paint(x.astype(np.float32), Noise("shuffled", self._seed))

    def mix(self, other: int, share: float = 0.5) -> None:
        """Show the mean of the example and another of its split.

        Parameters
        ----------
        other : int
            The index of the other.
        share : float
            Its weight in the mean, 0 to 1.
        """
        split, index = self._session.split, self._session.example.index
        x, y = split.example(index)[0], split.example(other)[0]
        self._made.paint(((1 - share) * x + share * y).astype(np.float32), Noise("mix", other, share))

    def mix_any(self) -> None:
        """Show the mean of the example and any other; of another class where there are classes."""
        split, index = self._session.split, self._session.example.index
        others = np.delete(np.arange(len(split)), index)
        if split.labels is not None and (split.labels != split.labels[index]).any():
            others = np.flatnonzero(split.labels != split.labels[index])
        if len(others):
            self.mix(int(self._random().choice(others)))

    def _random(self, seed: int | None = None) -> np.random.Generator:
        self._seed = self._seed + 1 if seed is None else seed
        return np.random.default_rng(self._seed)
