"""What can stand beside the network in the Train workspace: one line for each page, besides the curves."""

from nnviz.ui.pictures import Picture

PAGES: tuple[Picture, ...] = ()
