"""Every action of the user, once: its name, its words, its keys, and the call of the Session it stands for.

Menus, buttons, keys, lessons and tests all use these. `COMMANDS` are those of the menus; `ALL` has also those
that must be told something (which example, which weight), one module for each thing they are about. A new one
is an entry in the tuple of its module; a new module is a line in `GROUPS`.
"""

from nnviz.commands.arguments import Argument, ArgumentError
from nnviz.commands.building import BUILDING
from nnviz.commands.choosing import CHOOSING
from nnviz.commands.command import Command
from nnviz.commands.descending import DESCENDING
from nnviz.commands.editing import EDITING
from nnviz.commands.learning import LEARNING
from nnviz.commands.looking import LOOKING
from nnviz.commands.menu import MENU_COMMANDS as COMMANDS

__all__ = ["ALL", "BY_NAME", "COMMANDS", "GROUPS", "Argument", "ArgumentError", "Command"]

GROUPS: dict[str, tuple[Command, ...]] = {
    "Data and network": BUILDING,
    "Example, phase, selection": CHOOSING,
    "What is on the screen": LOOKING,
    "Change by hand": EDITING,
    "Training": LEARNING,
    "Descent": DESCENDING,
    "The menus' own": COMMANDS,
}
"""All commands by what they are about, as documentation lists them."""

ALL = tuple(command for group in GROUPS.values() for command in group)

BY_NAME = {command.name: command for command in ALL}
