"""Learning-rate schedules: how the rate falls in the course of a run.

With s from 0 (the run begins) to 1 (it ends) and f, the share of the rate that is left in the end, the rate
is η times

- constant: 1
- step: f^(⌊3s⌋/2), three equally long stairs 1, √f, f
- exponential: f^s
- cosine: ½ (1 + cos πs), down to 0 (Loshchilov, Hutter, *SGDR*, 2017, without restarts)

Each is a function of the position in the run alone, so that any moment can be computed again.
"""

import math

SCHEDULES = ("constant", "step", "exponential", "cosine")


def rate_factor(schedule: str, passed: float, final: float) -> float:
    """Return what the learning rate is multiplied by.

    Parameters
    ----------
    schedule : str
        One of `SCHEDULES`.
    passed : float
        s, the share of the run that has passed; taken for 0 or 1 where it lies outside.
    final : float
        f, the share of the rate that "step" and "exponential" end with.
    """
    s = min(max(passed, 0.0), 1.0)
    match schedule:
        case "step":
            return float(final ** (min(math.floor(3 * s), 2) / 2))
        case "exponential":
            return float(final**s)
        case "cosine":
            return (1 + math.cos(math.pi * s)) / 2
    return 1.0
