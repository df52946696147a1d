"""What can stand beside the network in the Train workspace: one line for each page."""

from nnviz.ui.pictures import Picture

PAGES: tuple[Picture, ...] = (
    Picture("curves", "curves", "<b>Curves</b><br>Cost and accuracy, or R², over the epochs.", ""),
    Picture(
        "settings",
        "settings",
        "<b>How to train</b><br>Optimizer, rate, schedule, penalties, when to stop: each with its formula.",
        "laboratory.settings:SettingsPage",
    ),
    Picture(
        "layers",
        "layers",
        "<b>Inside the layers</b><br>How long their gradients are, how weights and activations are spread.",
        "layers.panel:LayersPage",
    ),
    Picture(
        "example",
        "example",
        "<b>One example</b><br>What the network has answered to it, from the beginning of its training on.",
        "layers.example:ExamplePage",
    ),
    Picture(
        "exam",
        "exam",
        "<b>The exam</b><br>Unseen images one after another: who is taken for whom, and which are wrong.",
        "exam.panel:ExamPanel",
    ),
    Picture(
        "race",
        "race",
        "<b>Races</b><br>Up to ten trainings side by side, each with one thing changed: who learns how fast?",
        "race.panel:RacePanel",
    ),
    Picture(
        "health",
        "health",
        "<b>Does it learn?</b><br>Dead and saturated neurons, gradients that vanish; and what to try.",
        "health.panel:HealthPanel",
    ),
)
