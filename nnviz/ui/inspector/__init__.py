"""The inspector: whatever is chosen, taken apart; one module per view and per part."""

from nnviz.ui.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
