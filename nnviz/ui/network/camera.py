"""Zoom and pan of the network's picture."""

from dataclasses import dataclass

CLOSEST = 12.0
"""The strongest zoom; 1 shows the whole network."""


@dataclass(frozen=True)
class Camera:
    """What part of the picture is seen: a point p of the whole picture is seen at zoom · p − (x, y).

    Attributes
    ----------
    zoom : float
        1 … CLOSEST.
    x, y : float
        What lies to the left of the view and above it, in pixels of the zoomed picture.
    """

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def zoomed(self, factor: float, at: tuple[float, float], size: tuple[int, int]) -> "Camera":
        """Return the camera closer by a factor; what is at the point `at` of the view stays there."""
        zoom = min(max(self.zoom * factor, 1.0), CLOSEST)
        grown = zoom / self.zoom
        return Camera(zoom, (self.x + at[0]) * grown - at[0], (self.y + at[1]) * grown - at[1]).within(size)

    def moved(self, dx: float, dy: float, size: tuple[int, int]) -> "Camera":
        """Return the camera after the picture was dragged by so many pixels."""
        return Camera(self.zoom, self.x - dx, self.y - dy).within(size)

    def within(self, size: tuple[int, int]) -> "Camera":
        """Return the camera nearest to this one that shows nothing beyond the picture."""
        right, bottom = ((self.zoom - 1) * length for length in size)
        return Camera(self.zoom, min(max(self.x, 0.0), right), min(max(self.y, 0.0), bottom))
