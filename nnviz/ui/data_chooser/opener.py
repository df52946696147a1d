"""What the chooser needs of whoever opens data."""

from typing import Protocol

from nnviz.ui.data_chooser.entries import Action


class Opener(Protocol):
    """Asks for places, and opens what is there."""

    def ask(self, action: Action) -> str:
        """Ask for a file or folder; "" when the user gives up."""

    def open_place(self, place: str, anew: bool = False) -> bool:
        """Open data in a file or folder; False when there are none."""

    def draw(self) -> None:
        """Show the pad on which digits are drawn and kept."""
