"""Files: networks as safetensors, whole states as .nnviz. Nothing in either is ever executed."""

from nnviz.files.atomic import check_target, write_atomic
from nnviz.files.network_file import NetworkFile, load_network, read_network, save_network
from nnviz.files.saved_state import DataReference, ExamOrder, LineUp, SavedState
from nnviz.files.state_file import load_state, save_state

__all__ = [
    "DataReference",
    "ExamOrder",
    "LineUp",
    "NetworkFile",
    "SavedState",
    "check_target",
    "load_network",
    "load_state",
    "read_network",
    "save_network",
    "save_state",
    "write_atomic",
]
