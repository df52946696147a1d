"""Tests of lessons import one another's texts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
