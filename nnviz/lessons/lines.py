"""In which line of a TOML text every key stands; tomllib, which reads the values, does not say.

The text has been read by tomllib: it is sound, and only its structure is followed here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}\n#]*")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})', re.DOTALL),
    re.compile(r"'''.*?'''(?:'{0,2})", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


class Lines:
    """Where the keys and the members of lists stand.

    Parameters
    ----------
    text : str
        A TOML text that tomllib can read.
    """

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._places: dict[Path, int] = {(): 0}
        self._last: dict[Path, int] = {}
        self._read_document()

    def line(self, path: Path) -> int:
        """Return the line of a key, from 1; for one that is not there, of what it would stand in."""
        while path not in self._places:
            path = path[:-1]
        return bisect_right(self._ends, self._places[path] - 1) + 1

    def paths(self) -> Iterator[Path]:
        """Yield all that stands in the text."""
        yield from self._places

    def _note(self, path: Path, at: int) -> None:
        self._places.setdefault(path, at)

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        assert found is not None
        self._at = found.end()

    def _sees(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)

    def _read_document(self) -> None:
        table: Path = ()
        self._skip()
        while self._at < len(self._text):
            begin = self._at
            if self._sees("["):
                table = self._read_header(begin)
            else:
                self._read_pair(table)
            if self._at == begin:
                return  # no TOML after all: better too few lines than no end
            self._skip()

    def _read_header(self, begin: int) -> Path:
        several = self._sees("[[")
        self._at += 2 if several else 1
        *outer, name = self._read_key()
        self._at += 2 if several else 1
        path = self._resolved((*self._resolved_each(outer), name), several)
        self._note(path, begin)
        return path

    def _resolved_each(self, keys: list[str]) -> Path:
        """Let every list of tables on the way stand for its last member."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self._last:
                path = (*path, self._last[path])
        return path

    def _resolved(self, path: Path, several: bool) -> Path:
        if not several:
            return path
        self._last[path] = self._last.get(path, -1) + 1
        return (*path, self._last[path])

    def _read_key(self) -> list[str]:
        keys = []
        while True:
            self._skip()
            string = self._read_string()
            if string is None:
                bare = _BARE.match(self._text, self._at)
                string = bare[0] if bare else ""
                self._at += len(string)
            keys.append(string)
            self._skip()
            if not self._sees("."):
                return keys
            self._at += 1

    def _read_string(self) -> str | None:
        for pattern in _STRINGS:
            found = pattern.match(self._text, self._at)
            if found:
                self._at = found.end()
                return found[0].strip("\"'")
        return None

    def _read_pair(self, table: Path) -> None:
        begin = self._at
        path = table
        for key in self._read_key():
            path = (*path, key)
            self._note(path, begin)
        self._at += 1  # =
        self._skip()
        self._read_value(path)

    def _read_value(self, path: Path) -> None:
        if self._sees("["):
            self._read_members(path, "]")
        elif self._sees("{"):
            self._read_members(path, "}")
        elif self._read_string() is None:
            found = _PLAIN.match(self._text, self._at)
            assert found is not None
            self._at = found.end()

    def _read_members(self, path: Path, end: str) -> None:
        self._at += 1
        number = 0
        self._skip()
        while self._at < len(self._text) and not self._sees(end):
            begin = self._at
            if end == "}":
                self._read_pair(path)
            else:
                self._note((*path, number), begin)
                self._read_value((*path, number))
            number += 1
            self._skip()
            if self._sees(","):
                self._at += 1
            if self._at == begin:
                return
            self._skip()
        self._at += 1
