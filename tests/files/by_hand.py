"""Safetensors files made and taken apart with struct and json alone, to check nnviz.files against."""

import json
import struct

import numpy as np

DTYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "I64": "<i8"}


def container(tensors, metadata=None):
    """Return the bytes of a file; `tensors` is name → (dtype, array)."""
    header, data = {}, b""
    if metadata is not None:
        header["__metadata__"] = metadata
    for name, (dtype, array) in tensors.items():
        raw = np.asarray(array, DTYPES[dtype]).tobytes()
        shape = list(np.shape(array))
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    return with_header(header, data)


def with_header(header, data):
    """Put a header, an object or bytes, before the numbers."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def apart(contents):
    """Return the header as an object, and the numbers' bytes."""
    (length,) = struct.unpack("<Q", contents[:8])
    return json.loads(contents[8 : 8 + length]), contents[8 + length :]


def bfloat16(values):
    """Return the upper halves of float32 numbers."""
    return (np.asarray(values, "<f4").view("<u4") >> 16).astype("<u2")
