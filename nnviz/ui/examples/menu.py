"""What the right button offers in the table of examples."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.core.network import Location
from nnviz.session.examples import Examples
from nnviz.ui.examples.content import Content
from nnviz.ui.examples.layout import Hit
from nnviz.wording import tr


def table_menu(parent: QWidget, examples: Examples, content: Content | None, hit: Hit) -> QMenu:
    """Return what can be done to the column and the row of a place."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if content is not None and hit.column >= 0:
        ref = content.refs[hit.column]
        menu.addAction(tr("Remove this example")).triggered.connect(lambda: examples.remove(ref))
        menu.addAction(tr("Only this example")).triggered.connect(lambda: examples.choose((ref,)))
    if content is not None and hit.row >= 0:
        _offer_row(menu, examples, content.locations[hit.row])
    return menu


def _offer_row(menu: QMenu, examples: Examples, location: Location) -> None:
    if examples.rows == "own":
        menu.addAction(tr("Remove this row")).triggered.connect(lambda: examples.remove_row(location))
    else:
        menu.addAction(tr("Keep this row")).triggered.connect(lambda: examples.add_row(location))
