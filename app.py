"""Start nnviz from a checkout: ``python app.py`` is ``python -m nnviz``."""

from nnviz.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
