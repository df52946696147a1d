"""Write resources/digits.npz, the digits that come with the program (``make digits``).

The file is made once and kept in the repository; running this again gives the same bytes.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.prepare import to_mnist_style

TARGET = Path(__file__).resolve().parent.parent / "resources" / "digits.npz"
N_TEST = 297
SEED = 1
STROKE = 0.72  # UCI's strokes are that much wider than MNIST's
SOURCE = (
    "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak (1998), UCI Machine Learning "
    "Repository, https://doi.org/10.24432/C50P49, CC BY 4.0: the test part, as distributed with "
    "scikit-learn; bitmaps extracted with NIST's programs. nnviz made the 28×28 images from the 8×8 ones, "
    "prepared as MNIST's are."
)


def main() -> None:
    """Prepare, split and write the digits."""
    images, labels = _originals()
    large = np.array([to_mnist_style(image, stroke=STROKE) for image in images])
    arrays: dict[str, Any] = {"source": SOURCE}
    for part, rows in zip(("train", "test"), _parts(labels), strict=True):
        arrays |= {
            f"images_{part}_28": large[rows],
            f"images_{part}_8": images[rows],
            f"labels_{part}": labels[rows],
        }
    np.savez_compressed(TARGET, **arrays)
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


def _originals() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    from sklearn.datasets import load_digits

    digits = load_digits()
    return digits.images.astype(np.uint8), digits.target.astype(np.uint8)


def _parts(labels: NDArray[np.uint8]) -> list[NDArray[np.int64]]:
    """Split at random, every class in the same proportion in both parts; the order is shuffled."""
    from sklearn.model_selection import train_test_split

    rows = np.arange(len(labels))
    parts: list[NDArray[np.int64]] = train_test_split(
        rows, test_size=N_TEST, random_state=SEED, stratify=labels
    )
    return parts


if __name__ == "__main__":
    main()
