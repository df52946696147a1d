"""Write the lists of docs/lessons.md: commands, quantities, places (``make lesson-reference``)."""

from pathlib import Path

from nnviz.lessons.reference import filled_in

TARGET = Path(__file__).resolve().parent.parent / "docs" / "lessons.md"


def main() -> None:
    """Fill the lists in; the rest of the document stays."""
    TARGET.write_text(filled_in(TARGET.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(TARGET)


if __name__ == "__main__":
    main()
