"""Presenting: the whole screen, large type, one key or a clicker forward and back."""

from nnviz.ui.presenter.presenter import Presenter

__all__ = ["Presenter"]
