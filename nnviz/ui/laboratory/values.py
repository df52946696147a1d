"""What a settings field may be stepped through, and what a typed text means."""

from nnviz.errors import SettingsError
from nnviz.training.settings import TrainSettings
from nnviz.ui.fields import RATES, parse_rate
from nnviz.wording import parse_number, tr

Value = float | None

LADDERS: dict[str, tuple[Value, ...]] = {
    "rate": RATES,
    "momentum": (0.0, 0.5, 0.8, 0.9, 0.95, 0.99),
    "batch": (1, 2, 5, 10, 20, 32, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000),
    "l1": (0.0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1),
    "l2": (0.0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1),
    "final": (1e-4, 1e-3, 0.01, 0.1, 0.5, 1.0),
    "epochs": (1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000),
    "dropout": (0.0, 0.1, 0.2, 0.3, 0.4, 0.5),
    "target_accuracy": (None, 0.9, 0.95, 0.98, 0.99),
    "patience": (None, 1, 2, 3, 5, 10, 20),
}
"""The values ↑ and ↓ go through; None is off."""

WHOLE = ("batch", "epochs", "patience")
MAY_BE_OFF = ("target_accuracy", "patience")

OFF = ("", "-", "–", "−", "none", "off", "never")
"""What turns off a setting that can be off."""


def parse_setting(field: str, text: str) -> Value:
    """Return what a text means for a field of TrainSettings; whether it makes sense is not asked here.

    Raises
    ------
    SettingsError
        When it is no number, or not a whole one where that is needed.
    """
    text = text.strip()
    if field == "rate":
        return parse_rate(text)
    if field in MAY_BE_OFF and text.lower() in OFF:
        return None
    if field in WHOLE:
        return _whole(text)
    if text.endswith("%"):
        return parse_number(text[:-1]) / 100
    return parse_number(text)


def _whole(text: str) -> int:
    try:
        return int(text.replace(",", ""))
    except ValueError:
        raise SettingsError(tr("a whole number is needed here, not “{typed}”", typed=text)) from None


def defaults(examples: int) -> TrainSettings:
    """Return the usual settings, as far as a training set of so many examples allows them."""
    usual = TrainSettings()
    return TrainSettings(batch=min(usual.batch, examples))
