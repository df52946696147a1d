"""Folders of IDX files, written by hand."""

import struct
from pathlib import Path

import numpy as np


def idx_folder(folder: Path, n: int = 40, n_test: int = 10, side: int = 4, seed: int = 0) -> Path:
    """Write a folder laid out as MNIST's, with n + n_test random images of side × side pixels."""
    random = np.random.default_rng(seed)
    folder.mkdir(parents=True, exist_ok=True)
    for part, size in (("train", n), ("t10k", n_test)):
        pixels = random.integers(0, 256, (size, side, side), np.uint8)
        images = struct.pack(">2x2B3I", 8, 3, size, side, side) + pixels.tobytes()
        labels = struct.pack(">2x2BI", 8, 1, size) + bytes(i % 10 for i in range(size))
        (folder / f"{part}-images-idx3-ubyte").write_bytes(images)
        (folder / f"{part}-labels-idx1-ubyte").write_bytes(labels)
    return folder
