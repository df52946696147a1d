"""Words for weights that are shown as pictures."""

from nnviz.wording.text import tr


def weights_of(name: str) -> str:
    """Return "digit 3's weights", "the weights of “airplane”"."""
    if name.isdigit() and len(name) == 1:
        return tr("digit {name}'s weights", name=name)
    return tr("the weights of “{name}”", name=name)


def weights_of_all(classes: tuple[str, ...]) -> str:
    """Return what the pictures of all classes are together."""
    if all(name.isdigit() and len(name) == 1 for name in classes):
        return tr("Each digit's weights")
    return tr("Each class's weights")
