"""The one family of errors: each carries a sentence the user can act on."""


class NnvizError(Exception):
    """Something the user can put right.

    Parameters
    ----------
    sentence : str
        What is wrong, and what would be right.
    field : str or None
        The setting it concerns, so that the command line can name the option and a dialog its control.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
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
