"""A title that is an expression without a known value is reported where it stands."""

from __future__ import annotations

import pytest

from compiling import compiled

FOUND = [
    ('<Step title={"Type " + 1}>x</Step>', '{"Type " + 1}'),
    ('<Steps>\n  <Step id={a}\n    title={t("a")}>\n    {t("a")}\n  </Step>\n</Steps>', '{t("a")}'),
    ("<Note title={a < b ? 1 : 2}>x</Note>", "{a < b ? 1 : 2}"),
    ("<Tabs><Tab title={`a ${b}`}>x</Tab></Tabs>", "{`a ${b}`}"),
    ("<Accordion title={a.b} />", "{a.b}"),
]
FINE = [
    '<Step title={"Type 1"}>x</Step>',
    "<Step title={<>Type <b>1</b></>}>x</Step>",
    "<Step title={(\n <b>1</b>\n)}>x</Step>",
    '<Step title="{a}">x</Step>',
    "<Step title={1}>x</Step>",
    "<Step title='a' icon={a.b}>x</Step>",
]


def places(text: str) -> list[tuple[int, str]]:
    return [
        (found.start.line, text[found.start.offset : found.end.offset])
        for found in compiled(text).diagnostics
        if found.rule.id == "unresolved-expression"
    ]


@pytest.mark.parametrize(("text", "source"), FOUND)
def test_a_title_without_a_known_value_is_reported_at_its_place(text: str, source: str) -> None:
    line = text[: text.index(source)].count("\n") + 1
    assert (line, source) == min(places(text))


@pytest.mark.parametrize("text", FINE)
def test_a_title_with_a_known_value_is_fine(text: str) -> None:
    assert places(text) == []
