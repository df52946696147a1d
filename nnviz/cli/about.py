"""What the program says of itself."""

import tomllib
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path

from nnviz.cli import COMMANDS

EXAMPLES = """\
examples:
  nnviz                                     the window, on 28×28 digits
  nnviz --data digits8 --hidden 32,16       the window, with another network
  nnviz train --epochs 10 --rate 3          a training as a table
  nnviz train --json | head -1              the same for programs
  nnviz train --activation relu --output softmax --cost cross_entropy --rate 0.1
  nnviz explain --example 7                 one example, from input to gradient
  nnviz explain --hidden none --json        all of its numbers
  nnviz train --epochs 10 --save net.safetensors
  nnviz explain --network net.safetensors   all numbers of one example in it
  nnviz tour --out pictures                 the window's states as PNG"""


def overview() -> str:
    """Return the help of the whole program."""
    rows = "\n".join(f"  {name:<9} {text}" for name, text in COMMANDS.items())
    return (
        "See how a neural network works: every weight, every step, forwards and backwards.\n\n"
        "usage: nnviz [command] [options]      (in a checkout: python app.py …)\n\n"
        f"commands:\n{rows}\n\n"
        "options:\n"
        "  --help     this overview; after a command, its options\n"
        "  --version  the version\n\n"
        f"{EXAMPLES}"
    )


def version() -> str:
    """Return the version, of the installation or of the checkout."""
    try:
        return installed_version("nnviz")
    except PackageNotFoundError:
        project = Path(__file__).parents[2] / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
