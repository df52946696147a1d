"""Commands that choose the data and the network."""

from weakref import WeakValueDictionary

from nnviz import data
from nnviz.commands.arguments import Argument, OneOf, Real, Whole, Wholes, Words
from nnviz.commands.command import Command, taking
from nnviz.core.functions import ACTIVATIONS, COSTS
from nnviz.core.network import INITIALIZATIONS, LARGEST_SEED, NetworkSpec
from nnviz.data import Dataset, curves, plane
from nnviz.data.places import MNIST
from nnviz.data.recipes import FEWEST, MOST
from nnviz.data.reference import join
from nnviz.errors import DataError, SettingsError
from nnviz.files import read_network
from nnviz.resources import resource
from nnviz.saying import did_you_mean
from nnviz.session import Session
from nnviz.wording import tr

MOST_NEURONS, MOST_LAYERS = 512, 10
"""What a lesson may ask for in a hidden layer, and of them."""

NETWORKS = "networks"
"""The folder of the example networks in resources/."""

DRAWN = (*plane.SHAPES, *curves.SHAPES)
"""The data that are drawn at random."""

NAMES = (*data.SOURCES, MNIST)
"""What is the same on every computer, or MNIST."""

_loaded: WeakValueDictionary[str, Dataset] = WeakValueDictionary()


def dataset(reference: str) -> Dataset:
    """Return data by their reference; the very same object as long as somebody still has them.

    Raises
    ------
    NnvizError
        As :func:`nnviz.data.load`.
    """
    found = _loaded.get(reference)
    return hold(reference, data.load(reference)) if found is None else found


def is_at_hand(reference: str) -> bool:
    """Say whether `dataset` returns these data at once, without reading large files."""
    return reference != MNIST or reference in _loaded or not data.is_there(reference)


def hold(reference: str, loaded: Dataset) -> Dataset:
    """Let `dataset` return data that somebody has loaded and holds."""
    _loaded[reference] = loaded
    return loaded


def reference_of(
    name: str,
    n: int | None = None,
    noise: float | None = None,
    seed: int | None = None,
    otherwise: str | None = None,
) -> str:
    """Return the reference of the data that the command of these arguments chooses on this computer."""
    options = {"n": n, "noise": noise, "seed": seed}
    chosen = {key: f"{value}" for key, value in options.items() if value is not None}
    if chosen and name not in DRAWN:
        sentence = tr("“{name}” is not drawn at random: it takes no options", name=name)
        raise DataError(sentence, field=next(iter(chosen)))
    if name == MNIST and otherwise is not None and not data.is_there(MNIST):
        return otherwise
    return join(name, chosen)


def _use_data(session: Session, **chosen: object) -> None:
    found = dataset(reference_of(**chosen))  # type: ignore[arg-type]  # checked by the kinds below
    if found is not session.dataset:
        session.use_data(found)


def _new_network(
    session: Session,
    hidden: tuple[int, ...],
    activation: str,
    output: str,
    cost: str,
    initialization: str | None,
    seed: int,
) -> None:
    found = session.dataset
    spec = NetworkSpec.build(found.n_inputs, hidden, found.n_outputs, activation, output, cost)
    usual = "he" if activation == "relu" and hidden else "scaled"
    session.new_network(spec, initialization or usual, seed)


def _open_network(session: Session, name: str) -> None:
    folder = resource(NETWORKS)
    known = sorted(file.stem for file in folder.glob("*.safetensors"))
    if name not in known:
        raise SettingsError(
            tr(
                "there is no example network “{name}”{meant}; there is {known}",
                name=name,
                meant=did_you_mean(name, known),
                known=", ".join(known),
            ),
            field="name",
        )
    parameters = read_network(folder / f"{name}.safetensors").parameters
    session.open_network(parameters)


_SEED = Whole(0, LARGEST_SEED)

BUILDING: tuple[Command, ...] = (
    taking(
        "data",
        "Chooses the data; the network stays where it fits them.",
        _use_data,
        Argument("name", OneOf(NAMES), "which data"),
        Argument("n", Whole(FEWEST, MOST), "how many points; for data drawn at random", None),
        Argument("noise", Real(0, 1), "how far the points are moved; for data drawn at random", None),
        Argument("seed", _SEED, "of what is random; for data drawn at random", None),
        Argument("otherwise", OneOf(tuple(data.SOURCES)), "which data where MNIST is not there", None),
    ),
    taking(
        "network",
        "Goes on with a new network that fits the data.",
        _new_network,
        Argument("hidden", Wholes(1, 0, MOST_LAYERS, "the size of each"), "hidden layers", (16, 16)),
        Argument("activation", OneOf(tuple(ACTIVATIONS)), "of the hidden layers", "sigmoid"),
        Argument("output", OneOf(tuple(ACTIVATIONS)), "activation of the output layer", "sigmoid"),
        Argument("cost", OneOf(tuple(COSTS)), "the cost of one example", "squared"),
        Argument("initialization", OneOf(INITIALIZATIONS), "he for relu, else scaled", None),
        Argument("seed", _SEED, "of the first weights and of the shuffling", 0),
    ),
    taking(
        "open-network",
        "Opens a trained network that comes with the program; the data must fit it.",
        _open_network,
        Argument("name", Words("the name of a file in resources/networks, without its ending"), "which one"),
    ),
)
