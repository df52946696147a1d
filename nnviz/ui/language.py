"""The languages of the window: which there are, and how another one comes into use."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nnviz.resources import resource
from nnviz.wording import set_translator

CONTEXT = "nnviz"
"""Under this name the catalogues keep the texts of the program."""


@dataclass(frozen=True)
class Language:
    """A language.

    Attributes
    ----------
    key : str
        Its code, as in the names of catalogues and lessons.
    name : str
        What it calls itself.
    thousands : str
        What stands between the thousands of a large number. The decimal point is a point in all languages,
        as in data and in formulas that are typed: a comma would be misread.
    """

    key: str
    name: str
    thousands: str = ","


ENGLISH = Language("en", "English")
GERMAN = Language("de", "Deutsch", "\N{NARROW NO-BREAK SPACE}")
LANGUAGES = (ENGLISH, GERMAN)

_in_use = ENGLISH


def current() -> Language:
    """Return the language in use."""
    return _in_use


def language_of(key: str) -> Language:
    """Return the language of that code, English for one that there is none of."""
    return next((language for language in LANGUAGES if language.key == key), ENGLISH)


def of_system() -> Language:
    """Return the language of the desktop, English where it is not translated."""
    return language_of(QLocale.system().name().partition("_")[0])


def use(app: QCoreApplication, language: Language) -> None:
    """Speak a language from now on; what is on the screen has to be made anew."""
    global _in_use
    _in_use = language
    for old in app.findChildren(_Catalogue):
        app.removeTranslator(old)
        old.deleteLater()
    if language is ENGLISH:
        set_translator(lambda text: text)
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in ((f"qtbase_{language.key}", folder), (f"nnviz_{language.key}", _folder())):
        catalogue = _Catalogue(app)
        if catalogue.load(name, place):
            app.installTranslator(catalogue)
    set_translator(_translator(), language.thousands)


class _Catalogue(QTranslator):
    """One of those that belong to the language in use."""


def _folder() -> str:
    return str(resource("translations"))


def _translator() -> Callable[[str], str]:
    """Return what looks a text up, and remembers it: panels ask for the same words again and again."""

    @cache
    def translate(text: str) -> str:
        return QCoreApplication.translate(CONTEXT, text)

    return translate
