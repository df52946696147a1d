"""What goes downhill in Descent: one line for each page, and nobody else lists them."""

from nnviz.ui.pictures import Picture

PAGES: tuple[Picture, ...] = (
    Picture(
        "curve",
        "one dimension",
        "<b>A cost of one number</b><br>A ball, the tangent under it, and the step −{η} · slope.",
        "descent.curve.panel:CurvePage",
    ),
    Picture(
        "surface",
        "two dimensions",
        "<b>A cost of two numbers</b><br>Surface and contours; the gradient, and several walkers.",
        "descent.surface.panel:SurfacePage",
    ),
    Picture(
        "network",
        "the network's cost",
        "<b>The real cost of the real network</b><br>Along −∇{C}, along other directions, over a plane.",
        "descent.network.panel:LandscapePage",
    ),
)
