"""What is asked first, because it costs little, never says no where the whole question would be answered with yes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidec.guide import hidden
from guidec.guide.checks import real_secrets
from guidec.guide.dialects import DIALECTS, detect
from guidec.guide.dialects.stackone import TITLE as STACKONE_TITLE
from guidec.guide.indexes import fields, running_words, typed_settings, url_words
from guidec.guide.passages import WORD
from guidec.guide.text import beyond_text, markdown, plain_text
from guidec.mdx import nodes
from guidec.source import CONTROL

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

FEW = settings(max_examples=25)
ASCII = st.characters(max_codepoint=127)


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [(fields.STRONG, fields.STRONG_ENDS), (fields.WEAK, fields.WEAK_ENDS)],
    ids=["strong", "weak"],
)
@FEW
@given(data=st.data())
def test_names_of_credentials_end_in_known_words(
    pattern: re.Pattern[str], ends: frozenset[str], data: DataObject
) -> None:
    name = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=ASCII))
    assert name.lower().split(" ")[-1] in ends


@pytest.mark.parametrize(
    "pattern",
    [running_words.LABEL, running_words.AND_SECRET, running_words.INTO_FIELD],
    ids=["label", "pair", "field"],
)
@FEW
@given(data=st.data())
def test_labels_in_running_text_hold_one_of_a_few_words(pattern: re.Pattern[str], data: DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=ASCII))
    assert not running_words.LABEL_WORDS.isdisjoint(WORD.findall(text.lower()))


@pytest.mark.parametrize(
    "pattern",
    [
        typed_settings.CHOOSE,
        typed_settings.EXAMPLE,
        typed_settings.FILL_OUT,
        typed_settings.IN_FIELD,
        typed_settings.INVENT,
        typed_settings.SET,
        typed_settings.THEN_CHOOSE,
        typed_settings.THEN_TYPE,
        typed_settings.TYPE_IN,
        typed_settings.WRITE,
    ],
)
@FEW
@given(data=st.data())
def test_what_is_to_be_typed_holds_one_of_a_few_words(pattern: re.Pattern[str], data: DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=ASCII))
    assert not typed_settings.TYPING.isdisjoint(WORD.findall(text.lower()))


@given(st.from_regex(fields.OPTIONAL, alphabet=ASCII))
def test_what_is_optional_says_so(text: str) -> None:
    assert fields.says_optional(text)
    assert "optional" not in fields.clean_label(text).lower() or fields.OPTIONAL.search(
        fields.OPTIONAL.sub(" ", text)
    )


@given(st.from_regex(fields.REQUIRED, alphabet=ASCII))
def test_marks_of_required_fields_go(text: str) -> None:
    plain = fields.REQUIRED.sub(" ", fields.OPTIONAL.sub(" ", text))
    assert fields.clean_label(text) == " ".join(plain.split()).strip(" :.,;–—-\"'“”")


def test_hidden_characters_are_controls_and_invisible_ones_wherever_they_stand() -> None:
    for text in (
        before + chr(code) for code in (*range(0x10000), *range(0xE0000, 0xE0100)) for before in ("", "a")
    ):
        apart = CONTROL.search(text) or hidden.INVISIBLE.search(text)
        assert bool(hidden.HIDDEN.search(text)) == bool(apart), ascii(text)


@given(st.lists(st.text()))
def test_words_alone_are_no_more_than_text(words: list[str]) -> None:
    content = [nodes.Text(None, word) for word in words]
    assert beyond_text(content) is None
    assert markdown(content) == markdown([nodes.Text(None, plain_text(content))])


@given(st.from_regex(url_words.CUE, alphabet=ASCII))
def test_words_for_a_redirect_url_are_looked_for_where_they_are(text: str) -> None:
    assert url_words.find_cue(text) is not None


@pytest.mark.parametrize("pattern", [real_secrets.SECRET, real_secrets.LABELLED], ids=["form", "label"])
@FEW
@given(data=st.data())
def test_secrets_are_looked_for_where_they_are(pattern: re.Pattern[str], data: DataObject) -> None:
    assert real_secrets.may_hold_secret(data.draw(st.from_regex(pattern)))


SIGNS = (
    "\n# Acme - StackOne setup guide\n",
    '<Panel data-guide-step="a">',
    "<Note>",
    "<CardGroup",
    "<CodeGroup",
    '<Step title="a">',
    "\nsidebarTitle: a\n",
    "'@astrojs/starlight/components'",
    "<Aside",
    "\n:::tip\n",
    "<Steps>\n\n1. a",
    "'@theme/Tabs'",
    "\n:::danger\n",
    "<Admonition",
    "'fumadocs-ui/x'",
    "<Accordions",
    "<Callout>",
    '<Callout type="warning">',
    "'nextra/components'",
    "<Tabs.Tab",
    "<Steps>\n  ## a",
    "\n> [!QUIZ]\n",
    "\n> [!NOTE]\n",
)


@given(st.lists(st.sampled_from(SIGNS), max_size=6).map("".join))
def test_the_dialect_with_most_signs_wins_whichever_are_looked_for(text: str) -> None:
    lines = f"\n{text}"
    counts = {
        name: sum(re.search(sign, lines) is not None for sign in dialect.signs)
        for name, dialect in DIALECTS.items()
        if not any(re.search(sign, lines) for sign in dialect.never)
    }
    best = max(counts, key=counts.__getitem__)
    wanted = "stackone" if counts.get("stackone") else best if counts[best] else "plain"
    if wanted in ("plain", "mintlify") and STACKONE_TITLE.search(lines):
        wanted = "stackone"
    assert detect(text).name == wanted
