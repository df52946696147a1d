import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from nnviz.ui import theme
from nnviz.ui.network import disc
from nnviz.ui.network.disc import DiscPainter
from nnviz.ui.stamps import StampPainter, written

FILL = (200, 40, 90, 255)


def painted(ratio, paint, size=60):
    """Return what is painted on an opaque picture with so many device pixels per logical one."""
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#203040"))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    paint(painter)
    painter.end()
    shades = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return shades[..., :3].astype(int)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("place", [(20.0, 28.0), (20.37, 28.81)])
def test_a_copied_disc_is_the_disc_that_is_drawn_where_pixels_meet(qapp, ratio, place):
    def copied(painter):
        DiscPainter(painter).paint([place], 11.0, [FILL])

    def drawn(painter):
        center = DiscPainter(painter).center(*place)
        assert max(abs(a - b) for a, b in zip(center, place, strict=True)) <= 0.5 / ratio + 1e-9
        disc._draw(painter, theme.current(), QPointF(*center), 11.0, FILL)

    assert np.abs(painted(ratio, copied) - painted(ratio, drawn)).max() <= 2  # blended once more


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_copied_number_is_the_number_that_is_written(qapp, ratio):
    stamp = written(".93", "#ffffff", 0.8, theme.current_scale(), ratio)
    half = QSize(round(stamp.half_width * ratio), round(stamp.half_height * ratio))

    def copied(painter):
        StampPainter(painter).paint(30 + half.width() % 2 / (2 * ratio), 30, stamp)

    def drawn(painter):
        painter.setFont(theme.number_font(0.8))
        painter.setPen(QColor("#ffffff"))
        x, y = 30 + half.width() % 2 / (2 * ratio) - stamp.half_width, 30 - stamp.half_height
        x, y = StampPainter(painter).on_pixels(x, y)
        room = QRectF(x, y, 2 * stamp.half_width, 2 * stamp.half_height)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, ".93")

    difference = np.abs(painted(ratio, copied) - painted(ratio, drawn))
    assert difference.mean() < 0.5
    assert painted(ratio, copied).max() > 200


def test_another_scale_of_type_has_other_numbers(qapp):
    theme.apply(qapp, theme.DARK, 1.0)
    small = written("12", "#ffffff", 1.0, theme.current_scale(), 1.0)
    theme.apply(qapp, theme.DARK, 1.5)
    large = written("12", "#ffffff", 1.0, theme.current_scale(), 1.0)
    assert large.image.width() > small.image.width()


def test_each_fill_is_drawn_once(qapp, monkeypatch):
    disc._drawn.cache_clear()
    drawn, draw = [], disc._draw
    monkeypatch.setattr(disc, "_draw", lambda *args: (drawn.append(args[-1]), draw(*args)))
    other = (1, 2, 3, 255)
    for _ in range(3):
        painted(1.0, lambda painter: DiscPainter(painter).paint([(9, 9), (30, 30)], 8.0, [FILL, other]))
    assert drawn == [FILL, other]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_disc_number_and_ring_have_one_center(qapp, monkeypatch, ratio):
    """Half pixels are common, and rounding to even leads now up and now down."""
    stamped, paint = [], StampPainter.paint
    monkeypatch.setattr(
        StampPainter, "paint", lambda self, x, y, stamp: (stamped.append((x, y)), paint(self, x, y, stamp))
    )
    places = [(step / 4 + 12, 40 - step / 4) for step in range(40)]

    def discs(painter):
        discs = DiscPainter(painter)
        discs.paint(places, 8.6, [FILL] * len(places))
        assert stamped == [discs.center(*place) for place in places]

    whole = painted(ratio, discs)
    one_by_one = painted(
        ratio,
        lambda painter: [
            disc._draw(painter, theme.current(), QPointF(*DiscPainter(painter).center(*place)), 8.6, FILL)
            for place in places
        ],
    )
    assert np.abs(whole - one_by_one).mean() < 1  # a pixel more aside were some 10


def test_what_is_looked_at_closely_is_drawn_and_not_kept(qapp):
    disc._drawn.cache_clear()
    written.cache_clear()

    def close(painter):
        discs = DiscPainter(painter)
        discs.paint([(30, 30)], 25.0, [FILL])
        discs.write((30, 30), 25.0, FILL, ".93", 33)

    assert (painted(2.0, close) != painted(2.0, lambda painter: None)).any()
    assert disc._drawn.cache_info().currsize == written.cache_info().currsize == 0


def test_a_drawing_stays_a_drawing(qapp):
    buffer, generator = QBuffer(), QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(60, 60))
    painter = QPainter(generator)
    discs = DiscPainter(painter)
    assert discs.center(20.37, 28.81) == (20.37, 28.81)
    discs.paint([(20.37, 28.81)], 11.0, [FILL])
    discs.write((20.37, 28.81), 11.0, FILL, ".93", 8)
    painter.end()
    text = bytes(buffer.data()).decode()
    assert "<image" not in text
    assert 'cx="20.37"' in text
    assert ".93" in text
