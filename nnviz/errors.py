"""The one family of errors: each carries a sentence the user can act on."""

from nnviz.saying import Text


class Told(Exception):
    """An error that tells in the user's language what is wrong.

    Parameters
    ----------
    sentence : str
        What is wrong, with {names} in it.
    **values
        What stands for the names.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence)
        self.text = Text(sentence, **values)

    def __str__(self) -> str:
        return str(self.text)


class NnvizError(Told):
    """Something the user can put right.

    Parameters
    ----------
    sentence : str
        What is wrong, and what would be right; with {names} in it where there are values.
    field : str or None
        The setting it concerns, so that the command line can name the option and a dialog its control.
    **values
        What stands for the names.
    """

    def __init__(self, sentence: str, /, field: str | None = None, **values: object) -> None:
        super().__init__(sentence, **values)
        self.field = field


class SpecError(NnvizError):
    """A network was described in a way that cannot be built."""


class DataError(NnvizError):
    """A data set, or a part of one, cannot be used as it is."""


class SettingsError(NnvizError):
    """A setting lies outside what it may be."""


class FileError(NnvizError):
    """A file is missing, damaged, or not of the expected kind."""


class Cancelled(NnvizError):
    """Something was ended because the user wished so; nothing has changed."""
