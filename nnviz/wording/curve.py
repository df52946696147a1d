"""Words for a curve: what is drawn, how close the network comes, and the best line beside it."""

from nnviz.core.network import NetworkSpec
from nnviz.training.exam import Answers, Exam, Fit
from nnviz.wording.names import split_name
from nnviz.wording.notation import output_letter, product_text
from nnviz.wording.numbers import exact, number, percent
from nnviz.wording.standing import r_squared_value
from nnviz.wording.text import MINUS, tr


def no_curve_sentences(n_inputs: int, n_outputs: int) -> tuple[str, str]:
    """Return a title and a sentence for data that are no curve."""
    inputs = tr("1 input") if n_inputs == 1 else tr("{n:,} inputs", n=n_inputs)
    outputs = tr("1 output") if n_outputs == 1 else tr("{n:,} outputs", n=n_outputs)
    return tr("The network as a curve"), tr(
        "A network of one number in and one out is a function that can be drawn over the points it learns "
        "from. The data on the screen have {inputs} and {outputs}.",
        inputs=inputs,
        outputs=outputs,
    )


def residual_symbol() -> str:
    """Return "a − y"."""
    return f"{output_letter()} {MINUS} y"


def residual_text(residual: float) -> str:
    """Return "a − y = −0.123"."""
    return f"{residual_symbol()} = {number(residual)}"


def point_text(split: str, index: int, x: float, y: float) -> tuple[str, str]:
    """Return "training example 17" and "x = 1.20, y = 0.651"."""
    name = tr("{split} example {index:,}", split=split_name(split), index=index)
    return name, f"x = {number(x)}, y = {number(y)}"


def place_text(x: float, a: float) -> str:
    """Return "x = 1.20, a = 0.640"."""
    return f"x = {number(x)}, {output_letter()} = {number(a)}"


def line_text(value: float) -> str:
    """Return what the least-squares line says at a place."""
    return tr("least squares {value}", value=number(value))


def piece_text(j: int, value: float) -> str:
    """Return "neuron 3 adds −0.210"."""
    return tr("neuron {j} adds {value}", j=j, value=number(value, signed=True))


def pieces_words() -> str:
    """Return what one piece is called: "w a(x)"."""
    return tr("each neuron's {wa}", wa=product_text("w", "a", ""))


def goodness(exam: Exam) -> tuple[str, ...]:
    """Return RMSE and R² in columns; of classes the share that is right."""
    if isinstance(exam, Answers):
        return (percent(exam.accuracy),)
    r_squared = exam.r_squared
    return number(exam.rmse), "–" if r_squared is None else r_squared_value(r_squared)


def goodness_exactly(exam: Exam) -> tuple[str, ...]:
    """Return the same in full precision."""
    if isinstance(exam, Answers):
        return (exact(exam.accuracy),)
    r_squared = exam.r_squared
    return exact(exam.rmse), tr("not defined: all targets are alike") if r_squared is None else exact(
        r_squared
    )


def goodness_heads(exam: Exam) -> tuple[str, ...]:
    """Return the heads of these columns."""
    return ("RMSE", "R²") if isinstance(exam, Fit) else (tr("right"),)


def pieces_teaches(spec: NetworkSpec) -> str:
    """Say what the pieces add up to."""
    a = output_letter()
    whole = tr("their sum and the bias {b} are the function", b="b")
    if spec.activations[-1] != "identity":
        whole = tr("their sum and the bias b are z, and {a} = σ(z) is the function", a=a)
    return tr(
        "What each neuron before the output adds to it, its activation over x times its weight: {whole}.",
        whole=whole,
    )


def best_teaches() -> str:
    """Say what the least-squares line is."""
    return tr(
        "The line with the smallest sum of ({a} − y)² over the training points, computed at once. Gradient "
        "descent on the squared error comes ever nearer to it.",
        a=output_letter(),
    )


def apart_teaches() -> str:
    """Say what is between the network and that line."""
    return tr("The network's slope and intercept minus those of the line.")
