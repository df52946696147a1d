"""Where keys stand in a TOML text."""

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st
from texts import WHOLE

from nnviz.lessons.lines import Lines


def lines_of(text):
    tomllib.loads(text)
    return Lines(text)


def test_keys_tables_and_members_of_lists():
    lines = lines_of(WHOLE)
    rows = WHOLE.split("\n")
    for path, begins in (
        (("title",), "title"),
        (("set_up", 1, "hidden"), '  { do = "network"'),
        (("step", 0), "[[step]]"),
        (("step", 0, "set_up", 1, "at"), '  { do = "cursor"'),
        (("step", 0, "look", 1), "look"),
        (("step", 0, "predict"), "[step.predict]"),
        (("step", 0, "predict", "reveal", 0, "do"), "reveal"),
        (("step", 1, "now", "check"), "check"),
        (("step", 2, "goes_on"), "goes_on"),
    ):
        assert rows[lines.line(path) - 1].startswith(begins), path


def test_what_is_not_there_is_found_in_what_it_would_stand_in():
    lines = lines_of(WHOLE)
    assert lines.line(("step", 1, "now", "nothing")) == lines.line(("step", 1, "now"))
    assert lines.line(("nothing",)) == 1


def test_strings_that_look_like_structure():
    text = """\
a = "x # no comment [ ] { } \\" = "
b = '[not a table]'
c = '''
[[neither]]
d = 1
'''
e = \"\"\"
"quoted" = \\
[x]\"\"\"
"odd key".'and # other' = { f = [1, [2, "]"]], g = 1979-05-27 } # a comment = 1
[t.u]
h = [
  1, # one

  2,
]
[[t.v]]
i = 1
[t.v.w]
j = 2
[[t.v]]
i = 3
"""
    lines = lines_of(text)
    where = {path: lines.line(path) for path in lines.paths()}
    assert where[("e",)] == 7
    assert where[("odd key", "and # other", "f", 1, 1)] == 10
    assert where[("odd key", "and # other", "g")] == 10
    assert where[("t", "u", "h", 1)] == 15
    assert where[("t", "v", 0, "w", "j")] == 20
    assert where[("t", "v", 1, "i")] == 22
    assert ("d",) not in where


keys = st.from_regex(r"[a-z]{1,4}", fullmatch=True)
values = st.recursive(
    st.integers(-9, 9) | st.booleans() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


def written(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(written, value)) + "\n]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(item)}" for key, item in value.items()) + "}"
    return str(value)


def paths_in(value, at=()):
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*at, key)
        yield from paths_in(item, (*at, key))


@settings(max_examples=40)
@given(st.dictionaries(keys, values, max_size=4))
def test_all_that_tomllib_reads_is_found(table):
    text = "".join(f"\n{key} = {written(value)}" for key, value in table.items() if not _breaks(value))
    read = tomllib.loads(text)
    assert set(Lines(text).paths()) == {(), *paths_in(read)}


def _breaks(value):
    """TOML's inline tables stand in one line."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any((isinstance(value, dict) and "\n" in written(item)) or _breaks(item) for item in inside)


@settings(max_examples=40)
@given(st.text(max_size=60))
def test_any_text_comes_to_an_end(text):
    list(Lines(text).paths())
