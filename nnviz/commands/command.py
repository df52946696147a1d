"""What a command is: a name, one sentence, perhaps arguments, and the call of the Session it stands for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.commands.arguments import Argument, read_arguments
from nnviz.session import Session


def _always(session: Session) -> bool:
    return True


@dataclass(frozen=True)
class Command:
    """One action.

    Attributes
    ----------
    name : str
        Its stable name, for lessons and settings.
    menu : str
        The menu it stands in; "" for one that only lessons and tests give.
    text : callable
        ``text(session)`` gives its words; they may say what it would do just now.
    tip : str
        One sentence that teaches.
    keys : tuple of str
        Shortcuts in Qt's portable form; the first is the one shown.
    icon : str
        The name of its icon, or "".
    run : callable
        What it does: ``run(session)``, with the values of its arguments by their names.
    enabled : callable
        Whether it can be done just now.
    arguments : tuple of Argument
        What it has to be told.
    waits : bool
        Whether what comes after it in a lesson waits for the training it begins.
    lasts : bool
        Whether it begins something that goes on by itself, to be watched.
    lessons : bool
        Whether a lesson may use it; what is random, or of the window alone, it may not.
    """

    name: str
    menu: str
    text: Callable[[Session], str]
    tip: str
    keys: tuple[str, ...]
    icon: str
    run: Callable[..., None]
    enabled: Callable[[Session], bool] = _always
    arguments: tuple[Argument, ...] = ()
    waits: bool = False
    lasts: bool = False
    lessons: bool = True

    def read(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Return checked values for all arguments.

        Raises
        ------
        ArgumentError
            When one is missing, unknown or not what it must be; its `field` names it.
        """
        return read_arguments(self.name, self.arguments, given)

    def perform(self, session: Session, given: Mapping[str, object] | None = None) -> None:
        """Do it, with arguments as they stand in a lesson.

        Raises
        ------
        NnvizError
            When an argument is wrong, or the Session refuses.
        """
        self.run(session, **self.read(given or {}))


def taking(
    name: str,
    tip: str,
    run: Callable[..., None],
    *arguments: Argument,
    waits: bool = False,
    lasts: bool = False,
) -> Command:
    """Return a command that stands in no menu, because it has to be told something."""
    return Command(
        name, "", lambda session: name, tip, (), "", run, arguments=arguments, waits=waits, lasts=lasts
    )
