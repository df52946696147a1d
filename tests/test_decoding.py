"""Picture files: every form, and thousands of damaged ones."""

import zlib

import numpy as np
import pytest
from mutants import survive
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage

from nnviz.decoding import decode_image
from nnviz.errors import FileError


def picture(width, height, color, form=QImage.Format.Format_RGB32):
    image = QImage(width, height, form)
    image.fill(QColor(color))
    return image


def encoded(image, form):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form, 100)
    return bytes(data.data())


class TestDecoding:
    @pytest.mark.parametrize("form", ["PNG", "JPG", "BMP"])
    def test_forms(self, form):
        image = picture(3, 2, "#204060")
        pixels, own = decode_image(encoded(image, form))
        assert own == (2, 3)
        assert pixels.shape == (2, 3, 3)
        np.testing.assert_allclose(pixels, np.broadcast_to([0x20, 0x40, 0x60], (2, 3, 3)), atol=3)

    def test_every_pixel_stands_where_it_should(self):
        image = picture(5, 3, "#000000")
        image.setPixelColor(4, 1, QColor("#0a141e"))
        pixels, _ = decode_image(encoded(image, "PNG"))
        assert pixels[1, 4].tolist() == [10, 20, 30]
        assert pixels.sum() == 60

    def test_scaled_and_transparent(self):
        image = picture(8, 4, "#80ffffff", QImage.Format.Format_ARGB32)
        pixels, own = decode_image(encoded(image, "PNG"), (2, 3))
        assert own == (4, 8)
        np.testing.assert_allclose(pixels, np.full((2, 3, 3), 128), atol=2)

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "it is neither PNG, JPEG nor BMP"),
            (b"<svg/>", "it is neither"),
            (encoded(picture(30, 30, "#123456"), "PNG")[:60], "it cannot be decoded"),
        ],
    )
    def test_what_is_none(self, qapp, content, words):
        with pytest.raises(ValueError, match=words):
            decode_image(content)

    def test_a_header_that_promises_too_much(self, qapp):
        content = bytearray(encoded(picture(3, 3, "#123456"), "PNG"))
        content[16:24] = (100_000).to_bytes(4, "big") * 2
        content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
        with pytest.raises(ValueError, match="its header promises 100,000 × 100,000 pixels"):
            decode_image(bytes(content))


EVIL = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xd8", b"\xff\xda", b"IDAT", b"\x7f\xff\xff\xff", b"BM")


def contents(rng):
    image = picture(rng.randint(1, 40), rng.randint(1, 40), "#3366cc")
    return encoded(image, rng.choice(["PNG", "JPG", "BMP"]))


def load(path):
    """Decode as a reader of folders does, who names the file."""
    try:
        pixels, own = decode_image(path.read_bytes(), (32, 32))
    except ValueError as error:
        raise FileError(f"The file '{path}' is no image: {error}.") from error
    assert pixels.shape == (32, 32, 3)
    assert min(own) > 0


@pytest.mark.filterwarnings("ignore")
def test_damaged_images(qapp, tmp_path, qtlog):
    with qtlog.disabled():
        assert 0 < survive(tmp_path / "a.png", contents, load, 300, EVIL) < 300


@pytest.mark.slow
def test_ten_thousand_damaged_images(qapp, tmp_path, qtlog):
    with qtlog.disabled():
        assert 0 < survive(tmp_path / "a.png", contents, load, 10_000, EVIL, seed=1) < 10_000
