"""A tar archive read once from its beginning to its end: what is in it, one file after the other.

POSIX's ustar and its relatives: 512-byte blocks, a header block before each file. Long names and other
extensions are passed over, for the files that are looked for have short ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nnviz.data.reading import CHUNK, Flaw, Reader, byte_count, read_exactly

BLOCK = 512

MOST_PASSED_OVER = 2**26
"""Bytes of other files in an archive: more is not what was looked for."""

FILE_TYPES = b"0\0"

CUT = "is no tar archive, or cut short: it ends within a block"


@dataclass
class Member:
    """A file in an archive, to be read before the next one is asked for.

    Attributes
    ----------
    name : str
        Its path within the archive.
    size : int
        In bytes, as its header says.
    """

    name: str
    size: int
    _reader: Reader
    _left: int

    def read(self, n: int) -> bytes:
        """Return at most `n` of its bytes; none at its end."""
        if self._left == 0 or n == 0:
            return b""
        data = self._reader.read(min(n, self._left))
        if not data:
            raise Flaw("is cut short within {name!r}", name=self.name)
        self._left -= len(data)
        return data


def members(reader: Reader) -> Iterator[Member]:
    """Yield the ordinary files of an archive; what is not read of one is passed over.

    Raises
    ------
    Flaw
        If it is no tar archive, or damaged, or holds too much of something else.
    """
    budget = MOST_PASSED_OVER
    block = _block(reader)
    if block is None or not any(block):
        raise Flaw("is no tar archive, or one without files")
    while block is not None and any(block):
        name, size, kind = _header(block)
        member = Member(name, size, reader, size)
        if kind in FILE_TYPES:
            yield member
        budget -= member._left
        _pass_over(member, budget)
        read_exactly(reader, -size % BLOCK, CUT)
        block = _block(reader)
    if block is None:
        raise Flaw("is cut short: the end of the archive is missing")
    _read_to_end(reader, budget)


def _block(reader: Reader) -> bytes | None:
    """Return the next block; None at the end."""
    begin = reader.read(BLOCK)
    return begin + read_exactly(reader, BLOCK - len(begin), CUT) if begin else None


def _header(block: bytes) -> tuple[str, int, bytes]:
    """Return a file's name, size and type."""
    # Its sum counts the eight bytes of the checksum itself as spaces.
    if _octal(block[148:156]) != sum(block) - sum(block[148:156]) + 8 * ord(" "):
        raise Flaw("is no tar archive, or damaged: a header's checksum is wrong")
    size = _octal(block[124:136])
    if size is None:
        raise Flaw("is damaged, or no usual tar archive: a header says no size")
    name = block[:100].partition(b"\0")[0].decode("utf-8", "replace")
    return name, size, block[156:157]


def _octal(field: bytes) -> int | None:
    digits = field.strip(b" \0")
    return int(digits, 8) if digits and not digits.strip(b"01234567") else None


def _pass_over(member: Member, budget: int) -> None:
    if budget < 0:
        raise Flaw(
            "is not what was looked for: it holds {size} of {name!r}",
            size=byte_count(member.size),
            name=member.name,
        )
    while member.read(CHUNK):
        pass


def _read_to_end(reader: Reader, budget: int) -> None:
    """Read what stands behind the end, zeros as a rule, for gzip's checksum comes after it."""
    while data := reader.read(CHUNK):
        budget -= len(data)
        if budget < 0:
            raise Flaw("does not end where it should: too much stands behind the end of the archive")
