"""The finite difference beside the derivative, in words and numbers."""

from nnviz.core.check import Check, Difference, NetworkCheck, Verdict
from nnviz.core.explain import Quantity
from nnviz.wording.notation import cost
from nnviz.wording.numbers import number
from nnviz.wording.plain import symbol_text
from nnviz.wording.text import tr


def verdict_badge(verdict: Verdict) -> str:
    """Return a verdict in two words, with a sign."""
    return {
        "agree": tr("✓ agrees"),
        "disagree": tr("✗ differs"),
        "kink": tr("∠ at a kink"),
        "zero": tr("✓ both are 0"),
        "flat": tr("≈ too flat to tell"),
        "infinite": tr("∞ no number"),
    }[verdict]


def verdict_role(verdict: Verdict) -> str:
    """Return the role in which the badge is shown: "good", "bad" or "warning"."""
    return {"agree": "good", "zero": "good", "disagree": "bad"}.get(verdict, "warning")


def verdict_sentence(check: Check) -> str:
    """Say what comes of comparing a derivative with its differences."""
    match check.verdict:
        case "agree":
            return tr("What really happens to the cost is what backpropagation says.")
        case "disagree":
            return tr("What really happens to the cost is not what backpropagation says.")
        case "zero":
            return tr("The cost does not move at all, and the gradient is 0.")
        case "flat":
            return tr("The cost moves less than rounding does: such a small gradient cannot be measured.")
        case "infinite":
            return tr("The numbers have grown beyond what can be computed with.")
        case _:
            return tr(
                "A ReLU stands at its kink: to the left the slope is {left}, to the right {right}; "
                "backpropagation takes 0 for the slope of the ReLU there.",
                left=number(check.row.left),
                right=number(check.row.right),
            )


def difference_symbol(quantity: Quantity) -> str:
    """Return "ΔC/Δw"."""
    return f"Δ{cost()}/Δ{quantity.kind}"


def difference_text(check: Check) -> str:
    """Return the difference that decides, as "ΔC/Δw = −0.00272", in the digits of the derivative."""
    return f"{difference_symbol(check.quantity)} = {central_text(check, check.row)}"


def central_text(check: Check, row: Difference, digits: int = 3) -> str:
    """Return one difference; what is but rounding is 0."""
    return number(row.central, digits) if check.resolved(row) else "0" if not row.central else "≈ 0"


def step_name(step: float) -> str:
    """Return a Δ: "0.1", "0.001", "10⁻⁶"."""
    return f"{step:g}" if step >= 1e-3 else number(step, 1).removeprefix("1·")


def check_rows(check: Check) -> tuple[tuple[str, str], ...]:
    """Return the table: each Δ and its ΔC/Δ, in so many digits that one sees how they settle."""
    return tuple((step_name(row.step), central_text(check, row, 7)) for row in check.rows)


def check_caption(quantity: Quantity) -> str:
    """Say how the differences of the table are taken."""
    c, name = cost(), quantity.kind
    return tr("({c}({name} + Δ) − {c}({name} − Δ)) / 2Δ", c=c, name=name)


def derivative_row(check: Check) -> tuple[str, str]:
    """Return the last line of the table: what the differences approach."""
    return f"∂{cost()}/∂{check.quantity.kind}", number(check.derivative, 7)


def whole_text(found: NetworkCheck) -> str:
    """Return the one number of the whole network: "13,002 differences: relative error 2.4·10⁻¹⁰"."""
    if found.verdict == "infinite":
        return tr("{count:,} differences, not all of them numbers", count=found.count)
    if found.verdict in ("zero", "flat"):
        return tr("{count:,} differences, none larger than rounding", count=found.count)
    error = number(found.error, 2)
    return tr("{count:,} differences: relative error {error}", count=found.count, error=error)


def whole_sentence(found: NetworkCheck) -> str:
    """Say what comes of checking the whole network."""
    worst = symbol_text(Quantity(*found.worst))
    match found.verdict:
        case "agree":
            return tr("Largest difference: {worst}.", worst=worst)
        case "kink":
            return tr(
                "{n:,} of them reach across the kink of a ReLU, first {worst}.", n=found.kinks, worst=worst
            )
        case "disagree":
            return tr("They differ most for {worst}.", worst=worst)
        case "infinite":
            return tr("The numbers have grown beyond what can be computed with.")
        case _:
            return tr("The cost hardly moves, whatever is changed.")


def whole_teaches() -> str:
    """Return what the button that checks the whole network does."""
    return tr(
        "<b>Check the whole network</b><br>Change every single parameter by ±0.00001, see what the cost does,"
        " and compare with ∇{c}: ‖∇num − ∇‖ / (‖∇num‖ + ‖∇‖).",
        c=cost(),
    )
