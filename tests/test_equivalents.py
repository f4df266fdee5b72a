"""Every guide of content/ is understood as a reader understands it.

`equivalents/` holds one record for each guide, written by reading it: what it says, in the order in which it
says it. A record leaves out what the specification leaves open. A list item is a string where it is neither
optional nor has items of its own; the step of a redirect URL is its title, or its number where it has none.
A redirect URL may be indexed as a setting too, so settings that hold one are not compared. Which mention of a
credential counts is left open, so credentials are compared in the order of their keys.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import guidec
from guidec.guide.models import Block, ListBlock, Section, Step, TabsBlock

REPOSITORY = Path(__file__).parent.parent
CONTENT = REPOSITORY / "content"
RECORDS = Path(__file__).parent / "equivalents"
FORMATS = {".mdx", ".md", ".html"}

FIELDS = (
    "title",
    "description",
    "kind",
    "dialect",
    "provider",
    "auth",
    "actions",
    "sections",
    "admonitions",
    "redirect_urls",
    "links",
    "credentials",
    "settings",
)
SECTION: dict[str, Any] = {"kind": "section", "scopes": [], "steps": [], "sections": []}
STEP: dict[str, Any] = {"scopes": [], "show_scopes": False, "optional": False, "items": []}
ITEM: dict[str, Any] = {"optional": False, "items": []}


def record_of(guide: Path) -> Path:
    return RECORDS / guide.relative_to(CONTENT).with_suffix(".yaml")


GUIDES = sorted(
    path
    for path in CONTENT.rglob("*")
    if path.suffix in FORMATS and path.relative_to(CONTENT).parts[0] != "snippets"
)


def test_should_have_a_record_for_every_guide_and_no_other() -> None:
    assert sorted(RECORDS.rglob("*.yaml")) == sorted(record_of(guide) for guide in GUIDES)


def differences(found: Any, wanted: Any, where: str) -> Iterator[str]:
    """Say where `found` is not as `wanted`; a key that `wanted` leaves out is not compared."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key, value in wanted.items():
            yield from differences(found[key], value, f"{where}.{key}")
    elif isinstance(wanted, list) and isinstance(found, list) and len(found) == len(wanted):
        for number, (one, other) in enumerate(zip(found, wanted, strict=True)):
            yield from differences(one, other, f"{where}[{number}]")
    elif found != wanted:
        yield f"  {where}\n    expected {wanted!r}\n    found    {found!r}"


def by_key(credentials: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(credentials, key=lambda credential: credential["key"])


# --- What the record says, with its shorthands written out.


@functools.cache
def wanted_of(path: Path) -> dict[str, Any]:
    record = YAML(typ="safe").load(path)
    record["sections"] = [wanted_section(section) for section in record["sections"]]
    record["links"] = [dict(zip(("url", "text"), link, strict=False)) for link in record["links"]]
    record["credentials"] = by_key({"optional": False} | credential for credential in record["credentials"])
    record["settings"] = [{"optional": False} | setting for setting in record["settings"]]
    return dict(record)


def wanted_section(section: dict[str, Any]) -> dict[str, Any]:
    whole = SECTION | section
    steps = [STEP | step | {"items": wanted_items(step.get("items", []))} for step in whole["steps"]]
    return whole | {"steps": steps, "sections": [wanted_section(inner) for inner in whole["sections"]]}


def wanted_items(items: Sequence[str | dict[str, Any]]) -> list[dict[str, Any]]:
    whole = [ITEM | ({"text": item} if isinstance(item, str) else item) for item in items]
    return [item | {"items": wanted_items(item["items"])} for item in whole]


# --- What the guide says, in the form of a record.


@functools.cache
def found_in(path: Path) -> dict[str, Any]:
    guide = guidec.compile(path)
    data = guide.model_dump(mode="json")
    sections, steps = names_of(guide.sections)
    urls = {redirect.url for redirect in guide.redirect_urls}
    return data | {
        "dialect": guide.source.dialect,
        "sections": [found_section(section) for section in guide.sections],
        "credentials": by_key(map(without_place, data["credentials"])),
        "settings": [without_place(setting) for setting in data["settings"] if setting["value"] not in urls],
        "redirect_urls": [
            redirect | {"section": sections.get(redirect["section"]), "step": steps.get(redirect["step"])}
            for redirect in data["redirect_urls"]
        ],
    }


def without_place(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in ("position", "section", "step")}


def found_section(section: Section) -> dict[str, Any]:
    data = section.model_dump(mode="json")
    return data | {
        "steps": [found_step(step) for step in section.steps],
        "sections": [found_section(inner) for inner in section.sections],
    }


def found_step(step: Step) -> dict[str, Any]:
    return step.model_dump(mode="json") | {"items": [*found_items(step.content)]}


def found_items(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Give the items of every list, wherever it stands in the blocks."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                items = [*found_items(item.content)]
                yield {"text": item.text, "optional": item.optional, "items": items}
        elif isinstance(block, TabsBlock):
            for tab in block.tabs:
                yield from found_items(tab.content)
        else:
            yield from found_items(getattr(block, "content", ()))


def names_of(sections: Sequence[Section]) -> tuple[dict[str, str | None], dict[str, str | int]]:
    """Give the title of each section by its id, and the title or number of each step by its id."""
    titles: dict[str, str | None] = {}
    steps: dict[str, str | int] = {}
    for section in sections:
        titles[section.id] = section.title
        steps |= {step.id: step.title or number for number, step in enumerate(section.steps, start=1)}
        inner_titles, inner_steps = names_of(section.sections)
        titles |= inner_titles
        steps |= inner_steps
    return titles, steps


CASES = [
    pytest.param(path, field, id=f"{path.relative_to(CONTENT).as_posix()}-{field}")
    for path in GUIDES
    if record_of(path).exists()
    for field in FIELDS
    if field in wanted_of(record_of(path))
]


@pytest.mark.parametrize(("path", "field"), CASES)
def test_should_find_what_a_reader_finds(path: Path, field: str) -> None:
    problems = "\n".join(differences(found_in(path)[field], wanted_of(record_of(path))[field], field))
    if problems:
        pytest.fail(f"{path.relative_to(REPOSITORY).as_posix()}\n{problems}", pytrace=False)
