"""How a network does on the test set, in a few words: accuracy of classes, RMSE of measured values."""

from nnviz.training.measuring import Standing
from nnviz.wording.notation import output_letter
from nnviz.wording.numbers import exact, fixed, number, percent
from nnviz.wording.text import tr


def result_text(standing: Standing) -> str:
    """Return "test 95.3%", for measured values "test RMSE 0.0441"."""
    return _named(standing, result_value(standing))


def standing_follows(before: Standing | None, now: Standing | None) -> str:
    """Return how the test set takes a change: "test 95.3% → 94.9%", "test RMSE 0.0441 → 0.0512"."""
    if now is None:
        return tr("test …")
    shown = [result_value(standing) for standing in (before, now) if standing is not None]
    return _named(now, " → ".join(shown[-1:] if shown[0] == shown[-1] else shown))


def result_exactly(standing: Standing) -> str:
    """Return the same in full precision, R² too."""
    if standing.accuracy is not None:
        return exact(standing.accuracy)
    if standing.rmse is None:
        return exact(standing.cost)
    fit = tr("RMSE {rmse}", rmse=exact(standing.rmse))
    return fit if standing.r_squared is None else f"{fit}, R² {exact(standing.r_squared)}"


def result_value(standing: Standing) -> str:
    """Return "95.3%", for measured values the RMSE."""
    if standing.accuracy is not None:
        return percent(standing.accuracy)
    return number(standing.cost if standing.rmse is None else standing.rmse)


def _named(standing: Standing, value: str) -> str:
    if standing.accuracy is not None:
        return tr("test {share}", share=value)
    if standing.rmse is None:  # a file of an older program does not say it
        return tr("test cost {cost}", cost=value)
    return tr("test RMSE {rmse}", rmse=value)


def r_squared_text(r_squared: float | None) -> str:
    """Return "R² 0.970", or that there is none."""
    return tr("R² is not defined") if r_squared is None else f"R² {r_squared_value(r_squared)}"


def r_squared_value(r_squared: float) -> str:
    """Return R² in three decimals; far below 0, in three digits."""
    return fixed(r_squared) if r_squared > -1 else number(r_squared)


def fit_teaches() -> str:
    """Say what RMSE and R² are."""
    return tr(
        "<b>RMSE</b>: √ of the mean ({a} − y)², in the unit of what was measured.<br>"
        "<b>R²</b> = 1 − Σ({a} − y)² / Σ(y − ȳ)²: 1 is perfect, 0 no better than always saying the mean ȳ. "
        "It is not defined where all targets are alike.",
        a=output_letter(),
    )
