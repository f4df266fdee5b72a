from __future__ import annotations

import json
from typing import Any

import pytest
from hostile import text
from hypothesis import given

from guidec.guide.models import Guide, ImageBlock
from guidec.targets.jsonld import render
from guidec.targets.jsonld_model import HowTo
from guidec.targets.target import Options
from guides import actions_guide, admonition, guide, item, p, rich_guide, section, small_guide, step, ul


def rendered(made: Guide, base_url: str | None = None) -> dict[str, Any]:
    """Give the HowTo of a guide as JSON."""
    result = render(made, Options(base_url=base_url))
    assert result.diagnostics == ()
    assert list(result.files) == [f"jsonld/{made.id}.json"]
    (written,) = result.files.values()
    HowTo.model_validate_json(written)
    return dict(json.loads(written))


def test_how_to_exactly() -> None:
    made = guide(
        section(
            "Make the app",
            step(
                "Open it",
                p("Go to:"),
                ul(item("Settings", ul("API")), "Save"),
                admonition("warning", p("Not twice.")),
                ImageBlock(url="https://acme.example/a.png"),
                ImageBlock(url="/b.png"),
            ),
            intro=[p("An app is needed.")],
        ),
        intro=[admonition("note", p("You need rights."))],
        description=None,
    )
    assert rendered(made, "https://docs.acme.example") == {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": "Acme OAuth 2.0 connector profile",
        "url": "https://docs.acme.example/acme/oauth",
        "about": {"@type": "SoftwareApplication", "name": "Acme"},
        "step": [
            {"@type": "HowToTip", "position": 1, "text": "You need rights."},
            {
                "@type": "HowToSection",
                "position": 2,
                "name": "Make the app",
                "description": "An app is needed.",
                "itemListElement": [
                    {
                        "@type": "HowToStep",
                        "position": 1,
                        "name": "Open it",
                        "url": "https://docs.acme.example/acme/oauth#open-it",
                        "image": ["https://acme.example/a.png"],
                        "itemListElement": [
                            {"@type": "HowToDirection", "position": 1, "text": "Go to:"},
                            {"@type": "HowToDirection", "position": 2, "text": "Settings"},
                            {"@type": "HowToDirection", "position": 3, "text": "API"},
                            {"@type": "HowToDirection", "position": 4, "text": "Save"},
                            {"@type": "HowToTip", "position": 5, "text": "Not twice."},
                        ],
                    }
                ],
            },
        ],
    }


@pytest.mark.parametrize("made", [small_guide(), actions_guide(), rich_guide(), guide()], ids=lambda g: g.id)
def test_positions_count_from_one(made: Guide) -> None:
    def check(elements: list[dict[str, Any]]) -> None:
        assert [element["position"] for element in elements] == list(range(1, len(elements) + 1))
        for element in elements:
            check(element.get("itemListElement", []))

    check(rendered(made)["step"])


@given(text, text)
def test_any_text_comes_back(one: str, two: str) -> None:
    made = guide(section("S", step("T", p(one, one), ul(two), id="t")), title=one)
    how_to = rendered(made)
    elements = how_to["step"][0]["itemListElement"][0].get("itemListElement", [])
    assert how_to["name"] == (one or made.id)
    assert [element["text"] for element in elements] == [part for part in (one, plain(two)) if part]


def plain(markdown: str) -> str:
    """Give the text that the factory makes of Markdown."""
    return item(markdown).text
