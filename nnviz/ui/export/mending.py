"""What browsers and drawing programs would misread in the SVG that Qt writes."""

import re

_FONT = re.compile(rb'(font-family="[^"]+)"')
_CLIPPED = re.compile(rb'<g clip-path="url\(#(\w+)\)"><g [^>]*?\btransform="([^"]+)"')
_CLIP = re.compile(rb'(<clipPath id="(\w+)">\s*<path )')


def mended(svg: bytes) -> bytes:
    """Return a drawing that looks everywhere as it does here."""
    return _with_sharp_images(_with_clips_in_place(_with_fonts(svg)))


def _with_fonts(svg: bytes) -> bytes:
    """Name a font like ours for where ours is not installed, else that is Times."""
    return _FONT.sub(rb'\1, sans-serif"', svg)


def _with_clips_in_place(svg: bytes) -> bytes:
    """Move what is cut off with what it is cut off from.

    Qt writes a clip path in the coordinates of what is drawn first with it, and refers to it from outside
    their transformation.
    """
    transforms: dict[bytes, bytes] = {}
    for name, transform in _CLIPPED.findall(svg):
        transforms.setdefault(name, transform)

    def placed(found: re.Match[bytes]) -> bytes:
        transform = transforms.get(found[2])
        return found[1] + (b'transform="' + transform + b'" ' if transform else b"")

    return _CLIP.sub(placed, svg)


def _with_sharp_images(svg: bytes) -> bytes:
    """Keep cells cells, where Qt does not smooth an image; browsers would."""
    return svg.replace(b'image-rendering="optimizeSpeed"', b'image-rendering="pixelated"')
