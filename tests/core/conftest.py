"""What core's tests share."""

import pytest


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Look for nothing: core knows no Qt (import-linter sees to it), and most of its tests are quicker."""
