"""Collect every text that passes `tr` into resources/translations/*.ts, and compile what is translated.

Translations that are there stay; texts that are gone go; new ones are marked as unfinished.

    python tools/make_translations.py          write the .ts files anew and compile them
    python tools/make_translations.py --check  only say what is missing; exit code 1 when something is
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from find_texts import find_texts
from syntax import ROOT

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
CONTEXT = "nnviz"


def texts() -> dict[str, str]:
    """Return every text, with the file it stands in.

    Raises
    ------
    LookupError
        When it cannot be told which texts an expression stands for.
    """
    found: dict[str, str] = {}
    for told in find_texts():
        if told.expression:
            raise LookupError(f"{told.where}: which texts tr({told.expression}) stands for cannot be told")
        found.setdefault(told.text, told.where)
    return found


def read(path: Path) -> dict[str, str]:
    """Return text → translation of a .ts file; unfinished ones are missing."""
    if not path.exists():
        return {}
    pairs = [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in ET.parse(path).getroot().iter("message")
    ]
    return {source: translation for source, translation in pairs if translation}


def write(path: Path, language: str, found: dict[str, str], known: dict[str, str]) -> None:
    """Write a .ts file, in the order of the files the texts stand in."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, where in found.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=where)
        ET.SubElement(message, "source").text = text
        if text in known:
            ET.SubElement(message, "translation").text = known[text]
        else:
            ET.SubElement(message, "translation", type="unfinished")
    ET.indent(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{ET.tostring(root, 'unicode')}\n", "utf-8")


def compile_(path: Path) -> None:
    """Make the .qm file that Qt reads."""
    import PySide6

    tool = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


def main() -> int:
    """Write or check."""
    sys.path.insert(0, str(ROOT))
    found, check = texts(), "--check" in sys.argv
    complete = True
    for language in LANGUAGES:
        path = FOLDER / f"nnviz_{language}.ts"
        known = read(path)
        missing = [text for text in found if text not in known]
        complete &= not missing
        for text in missing:
            print(f"{path.name}: not translated yet: {text!r} ({found[text]})")
        if not check:
            write(path, language, found, known)
            compile_(path)
            print(f"{path.name}: {len(found) - len(missing)} of {len(found)} texts are translated")
    return 0 if complete or not check else 1


if __name__ == "__main__":
    sys.exit(main())
