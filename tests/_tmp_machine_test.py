from hypothesis import settings
from test_session_machine import SessionMachine, pytest
class Big(SessionMachine): pass
Big.TestCase.settings = settings(max_examples=600, stateful_step_count=50, deadline=None)
@pytest.mark.usefixtures("qapp")
class TestBig(Big.TestCase): pass
