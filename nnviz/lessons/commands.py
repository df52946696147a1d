"""The commands of a lesson that is being played; they need a Player besides the Session."""

from collections.abc import Callable

from nnviz.commands.arguments import Argument, Real
from nnviz.commands.command import Command, taking
from nnviz.lessons.player import Player
from nnviz.session import Session
from nnviz.wording import tr

MENU = "Lesson"


def lesson_commands(player: Player) -> tuple[Command, ...]:
    """Return what can be done with the lesson that a player plays."""

    def runs(session: Session) -> bool:
        return player.lesson is not None

    def next_words(session: Session) -> str:
        return tr("Finish") if player.lesson is not None and player.is_last else tr("Next")

    def go_on(session: Session) -> None:
        if player.is_last:
            player.leave()
        else:
            player.next()

    def command(
        name: str,
        words: Callable[[Session], str],
        tip: str,
        key: str,
        icon: str,
        run: Callable[[Session], None],
        enabled: Callable[[Session], bool],
    ) -> Command:
        return Command(f"lesson-{name}", MENU, words, tip, (key,) if key else (), icon, run, enabled)

    return (
        command("next", next_words, "Goes to the next step of the lesson.", "PgDown", "next", go_on, runs),
        command(
            "back",
            lambda s: tr("Back"),
            "Goes to the step before, as it began.",
            "PgUp",
            "previous",
            lambda s: player.back(),
            lambda s: runs(s) and not player.is_first,
        ),
        command(
            "restart",
            lambda s: tr("This step again"),
            "Sets this step up as it began.",
            "",
            "reset",
            lambda s: player.restart(),
            runs,
        ),
        command(
            "show",
            lambda s: tr("Show me"),
            "Does what there is to do in this step.",
            "",
            "",
            lambda s: player.show_me(),
            lambda s: runs(s) and not player.done,
        ),
        command(
            "leave",
            lambda s: tr("Leave the lesson"),
            "Ends the lesson; all is as it was before. So does Esc, once nothing is chosen.",
            "",
            "cross",
            lambda s: player.leave(),
            runs,
        ),
    )


def answer_command(player: Player) -> Command:
    """Return the command that answers a step's question; it has to be told the answer."""
    return taking(
        "lesson-answer",
        "Answers the question of the step.",
        lambda session, answer: player.answer(answer),
        Argument("answer", Real(), "the number of a choice, from 0, or a number"),
    )
