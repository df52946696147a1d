"""In which color a class is drawn."""

from nnviz.ui import theme


def class_role(label: int, n_classes: int) -> str:
    """Return the theme's role for a class; two classes are told apart by the colors of sign, as answers are.

    Parameters
    ----------
    label : int
        The class.
    n_classes : int
        How many there are.
    """
    if n_classes == 2:
        return ("positive", "negative")[label]
    return f"{theme.CATEGORY}{label}"
