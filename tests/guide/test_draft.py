"""Drafts: what a person writes by hand becomes a guide like any other."""

from __future__ import annotations

import json

import pytest

from compiling import compiled, guide_of, outline_of, rules_of
from guidec.guide.models import AdmonitionKind
from guidec.targets.mdx import write

DRAFT = """\
provider: Acme
auth: OAuth 2.0
redirect_url: https://acme.example/callback
description: |
  Set Acme up.
warnings:
  - Only **admins** can.
sections:
  - title: Register an app
    text: "{provider} wants one."
    scopes: [read]
    steps:
      - title: Fill in the form
        settings:
          App name: Example
          Redirect URL: "{redirect_url}"
        items:
          - Choose
          - text: "Pick:"
            items: [one, two]
        notes: [Read on]
      - title: Copy
        text: "Copy both:"
        credentials: [Client ID, Client Secret]
        scopes: [read, write]
        show_scopes: true
    tips: [Done]
    sections:
      - title: Later
        text: Nothing.
"""


def test_should_make_a_whole_guide_of_a_draft() -> None:
    guide = guide_of(DRAFT, "apps/acme.yaml")
    assert (guide.id, guide.kind, guide.source.dialect) == ("apps/acme", "connector-profile", "stackone")
    assert guide.title == "Acme OAuth 2.0 connector profile – StackOne setup guide"
    assert guide.description == "Set Acme up."
    assert guide.provider is not None
    assert guide.provider.key == "acme"
    assert outline_of(guide) == [
        "- Only admins can.",
        "## Register an app",
        "  - Acme wants one.",
        "  * Fill in the form",
        "    - App name: Example / Redirect URL: https://acme.example/callback / Choose / Pick:",
        "    - Read on",
        "  * Copy",
        "    - Copy both:",
        "    - Client ID / Client Secret",
        "  - Done",
        "  ### Later",
        "    - Nothing.",
    ]
    assert [redirect.url for redirect in guide.redirect_urls] == ["https://acme.example/callback"]
    assert [credential.label for credential in guide.credentials] == ["Client ID", "Client Secret"]
    assert [(setting.label, setting.value) for setting in guide.settings] == [("App name", "Example")]
    section = guide.sections[0]
    assert section.scopes == ["read"]
    assert (section.steps[1].scopes, section.steps[1].show_scopes) == (["read", "write"], True)
    assert [ref.kind for ref in guide.admonitions] == [
        AdmonitionKind.WARNING,
        AdmonitionKind.NOTE,
        AdmonitionKind.TIP,
    ]


def test_should_say_where_in_the_draft_a_part_stands() -> None:
    guide = guide_of(DRAFT, "acme.yaml")
    step = guide.sections[0].steps[1]
    assert DRAFT[step.position.start.offset :].startswith("title: Copy")
    assert step.position.path is None
    found = compiled(
        DRAFT.replace("https://acme.example/callback", "http://acme.example/callback"), "acme.yaml"
    )
    (insecure,) = [one for one in found.diagnostics if one.rule.id == "redirect-url-scheme"]
    assert (insecure.path, insecure.start.line) == ("acme.yaml", 16)


def test_should_be_the_same_guide_when_written_as_mdx() -> None:
    guide = guide_of(DRAFT, "acme.yaml")
    again = guide_of(write(guide), "acme.mdx")
    place = {"source", "position"}
    assert again.model_dump(exclude=place)["title"] == guide.title
    assert [step.text for step in again.sections[0].steps] == [step.text for step in guide.sections[0].steps]
    assert (
        again.source.model_copy(update={"sha256": guide.source.sha256, "path": "acme.yaml"}) == guide.source
    )
    assert write(again) == write(guide)


def test_should_read_json_like_yaml() -> None:
    draft = {"provider": "Acme", "auth": "API key", "kind": "account-link", "text": "Go."}
    guide = guide_of(json.dumps(draft), "acme.json")
    assert guide.title == "Connect Acme with API key – StackOne Hub"
    assert guide.kind == "account-link"
    assert outline_of(guide) == ["- Go."]


def test_should_keep_parts_in_the_order_of_the_draft() -> None:
    written = "title: A\nkind: guide\nsections:\n- title: B\n  {}\n"
    parts = "notes: [C]\n  text: D\n  steps: [{title: E}]\n  tips: [F]"
    assert outline_of(guide_of(written.format(parts), "a.yaml")) == [
        "## B",
        "  - C",
        "  - D",
        "  * E",
        "  - F",
    ]


def test_should_offer_the_actions_of_a_draft() -> None:
    text = 'title: A\nactions:\n- {id: a, label: B "quoted", scopes: [r]}\nsections: [{title: C, text: D, scopes: [r]}]\n'
    guide = guide_of(text, "a.yaml")
    assert [(action.id, action.label, action.scopes) for action in guide.actions] == [
        ("a", 'B "quoted"', ["r"])
    ]
    assert guide_of(write(guide)).actions == guide.actions


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("kind: guide\ntext: A", ["data-model"]),
        ("title: A\ntexts: B", ["data-model"]),
        ("title: A\ntext: B <b", ["mdx-jsx-tag"]),
        ("title: A\ntext: B\nprovider: Acme", ["draft-unsaid"]),
        ("title: A\ntext: B\nredirect_url: https://acme.example/callback", ["draft-unsaid"]),
        ("title: A\ntext: 'B {nobody}'", ["unresolved-expression"]),
        ("[", ["data-syntax"]),
    ],
)
def test_should_report_what_is_wrong_in_a_draft(text: str, rules: list[str]) -> None:
    assert rules_of(text, "a.yaml") == rules
