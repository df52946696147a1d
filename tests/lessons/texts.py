"""Lessons as texts, for the tests of their reader and player."""

WHOLE = '''\
title = "A lesson"
about = "What it is about."
order = 3

set_up = [
  { do = "data", name = "digits8" },
  { do = "network", hidden = [5], seed = 1 },
]

[[step]]
title = "One"
text = """
Text with $w a + b$ and {= cost}.
"""
set_up = [
  { do = "example", part = "test", label = 3 },
  { do = "cursor", at = "x" },
]
look = ["image", "neuron 1 3"]
notes = "For the presenter."

[step.predict]
question = "Which?"
choices = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
answer = "guess"
reveal = [{ do = "cursor", at = "C" }]
because = "It says {= guess}."

[[step]]
title = "Two"
text = "Choose it."

[step.now]
text = "Click neuron 3."
check = ["selected = neuron 1 3", "cursor >= x"]
demo = [{ do = "select", neuron = [1, 3] }]
done = "Done."

[[step]]
title = "Three"
text = "Go on."
goes_on = true
set_up = [{ do = "view", picture = "matrix" }]
panels = ["example"]

[step.predict]
question = "How much?"
answer = "activation 1 3"
tolerance = 0.5
'''
