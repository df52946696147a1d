"""Files damaged at random, for every reader: each must end in a data set or in one sentence."""

import random
import time
import tracemalloc

from nnviz.errors import DataError, FileError

MOST_SECONDS, MOST_BYTES = 2, 500e6


def damaged(content, rng, evil=(b"\xff\xff\xff\xff", b"\0\0\0\0")):
    """Return the content with one to four injuries; `evil` are bytes that hurt this kind of file most."""
    content = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(min(len(content), rng.choice([16, 600, len(content) + 1])) + 1)
        match rng.randrange(6):
            case 0 if at < len(content):
                content[at] ^= 1 << rng.randrange(8)
            case 1:
                del content[at:]
            case 2:
                content[at:at] = rng.randbytes(rng.choice([1, 4, 300]))
            case 3:
                del content[at : at + rng.randint(1, 20)]
            case 4:
                token = rng.choice(evil)
                content[at : at + len(token)] = token
            case _:
                content[at:at] = rng.choice(evil)
    return bytes(content)


def survive(path, contents, load, n, evil=(b"",), seed=0):
    """Load n damaged files and return how many were read all the same.

    Parameters
    ----------
    path : Path
        Where each lies while it is read.
    contents : callable
        Called with a random generator; returns whole contents, which are then damaged.
    load : callable
        Called with `path`. Any error but our own goes through to the test.
    """
    rng, read = random.Random(seed), 0
    tracemalloc.start()
    try:
        for _ in range(n):
            path.write_bytes(damaged(contents(rng), rng, evil))
            tracemalloc.reset_peak()
            start = time.process_time()
            try:
                load(path)
            except (DataError, FileError) as error:
                sentence = str(error)
                assert sentence.isprintable()
                assert sentence.endswith(".")
                assert str(path) in sentence or path.name in sentence, sentence
                assert len(sentence) < 400 + len(str(path))
            else:
                read += 1
            assert time.process_time() - start < MOST_SECONDS
            assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()
    return read
