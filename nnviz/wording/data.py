"""Words for data sets: what they are called, what is in them, and which network goes on with them."""

import os

from nnviz.core.network import NetworkSpec
from nnviz.data import SOURCES
from nnviz.data.by_hand import NAMES
from nnviz.data.dataset import Dataset
from nnviz.data.facts import Facts
from nnviz.data.note import Note
from nnviz.data.places import DRAWINGS, MNIST
from nnviz.data.reference import split
from nnviz.wording.names import activation_name
from nnviz.wording.text import tr

NAMED = 12
"""So many classes are named."""

TITLES = {name: source.title for name, source in SOURCES.items()} | {
    MNIST: "MNIST, 70,000 handwritten digits",
    DRAWINGS: "Your drawings",
}
"""What the data that have a name are called."""

CIFAR = "cifar10"
"""What CIFAR-10 is called here, wherever its files lie."""

SHORT = {
    "digits": "Digits 28×28",
    "digits8": "Digits 8×8",
    "chain": "One number",
    MNIST: "MNIST",
    CIFAR: "CIFAR-10",
    "line": "Line",
    "parabola": "Parabola",
    "sine": "Sine",
    "step": "Jump",
    "noise": "Noise",
}
"""What they are called where there is little room; the others as in TITLES."""

ABOUT = {
    "digits": "Real handwriting of 13 people, prepared as MNIST's digits are. It comes with the program.",
    "digits8": "The same handwriting as the coarse pictures it was published as: every pixel is seen.",
    MNIST: "The handwritten digits that such networks have been compared with since 1998.",
    CIFAR: "Small color photographs of ten kinds of things. A fully connected network gets about half of them"
    " right.",
    DRAWINGS: "What you have drawn on the pad and kept with a label: does the network know your hand?",
    "circles": "One class around the other. No straight line parts them.",
    "moons": "Two half-moons that reach into one another.",
    "blobs": "Round clouds, one for each class.",
    "spirals": "Two arms wound around one another: the hardest of these.",
    "xor": "Opposite corners belong together. No single neuron can tell them apart.",
    "halves": "One straight line parts them: a network without a hidden layer is enough.",
    "line": "Linear regression: a network without a hidden layer is enough.",
    "parabola": "The simplest bend: what no straight line can follow, and two pieces nearly can.",
    "sine": "A value to be met, not a class: the network bends its function through the points.",
    "step": "A jump, which a smooth function can only come close to.",
    "noise": "Nothing to learn: whoever does better in training than the mean has learned noise by heart.",
    "chain": "Five pairs of numbers: small enough to follow every product by hand.",
}
"""A sentence or two about each."""

OPTIONS = {name: name for name in ("noise", "seed", "classes", "features", "label", "header", "task", "side")}
"""What can be chosen of data, as it is called in their references and in English."""


def data_title(reference: str) -> str:
    """Return what data are called: their name or their file's, and what was chosen of them."""
    place, options = split(reference)
    name = tr(TITLES[place]) if place in TITLES else os.path.basename(place.rstrip(os.sep)) or place
    chosen = [f"{_option(key)} {value}" for key, value in options.items() if key not in NAMES]
    changed = [tr("changed by hand")] if options.keys() & set(NAMES) else []
    return ", ".join([name, *chosen, *changed])


def _option(key: str) -> str:
    return tr(OPTIONS[key]) if key in OPTIONS else key


def short_title(reference: str) -> str:
    """Return `data_title` where there is little room."""
    return tr(SHORT[reference]) if reference in SHORT else data_title(reference)


def about_data(reference: str) -> str:
    """Return a sentence about data that have a name; of all others, where they are."""
    place, _ = split(reference)
    return tr(ABOUT[place]) if place in ABOUT else place


def data_summary(facts: Facts) -> str:
    """Say in two or three sentences what is in a data set."""
    sentences = [_inputs(facts), _targets(facts)]
    if facts.n_train is not None and facts.n_test is not None:
        counted = "{train:,} examples to train on and {test:,} to test."
        sentences.insert(0, tr(counted, train=facts.n_train, test=facts.n_test))
    return " ".join(sentences)


def _inputs(facts: Facts) -> str:
    if facts.image_shape is None:
        return tr("1 input.") if facts.n_inputs == 1 else tr("{n:,} inputs.", n=facts.n_inputs)
    rows, columns, *color = facts.image_shape
    if color:
        return tr("Color images of {r}×{c}: {n:,} inputs.", r=rows, c=columns, n=facts.n_inputs)
    return tr("Images of {r}×{c}: {n:,} inputs.", r=rows, c=columns, n=facts.n_inputs)


def _targets(facts: Facts) -> str:
    if facts.classes is None:
        n = facts.n_outputs
        return tr("1 value to be met.") if n == 1 else tr("{n:,} values to be met.", n=n)
    names = ", ".join(facts.classes[:NAMED]) + (" …" if len(facts.classes) > NAMED else "")
    return tr("{n:,} classes: {names}.", n=len(facts.classes), names=names)


def note_text(note: Note) -> str:
    """Return what a reader of data has to say, in the user's language."""
    return tr(note.text, **note.values)


def data_apart(data: Dataset) -> str:
    """Return the names of the inputs, as far as there is room, and where the data came from."""
    if data.input_names is None:
        return data.source
    names = ", ".join(data.input_names[:NAMED]) + (" …" if data.n_inputs > NAMED else "")
    return tr("inputs: {names}", names=names) + "\n" + data.source


def network_to_come(present: NetworkSpec, coming: NetworkSpec) -> str:
    """Say which network goes on with other data."""
    if coming == present:
        return tr("The present network fits and goes on with them.")
    return tr("A new network that fits takes over: {sizes}.", sizes="-".join(map(str, coming.sizes)))


def suited_network(spec: NetworkSpec, rate: float) -> str:
    """Say what a network is like that suits the data."""
    kinds = dict.fromkeys(spec.activations)  # each once, in order
    return tr(
        "A new network that suits them: {sizes}, {kinds}, {η} = {rate:g}.",
        sizes="-".join(map(str, spec.sizes)),
        kinds=" → ".join(activation_name(kind) for kind in kinds),
        rate=rate,
    )
