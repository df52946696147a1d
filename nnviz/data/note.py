"""A sentence about data, with its values apart, so that it can be said in another language."""

from typing import Self


class Note(str):
    """One sentence in English; `text` and `values` are what it was made of.

    Attributes
    ----------
    text : str
        The sentence with {names} in it.
    values : dict
        What stands for the names.
    """

    text: str
    values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        """Return a sentence, its {names} filled in."""
        note = super().__new__(cls, text.format(**values))
        note.text, note.values = text, values
        return note
