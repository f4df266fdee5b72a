"""Every rule says what is wrong and what is right, and means it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from guidec.build.check import check_root
from guidec.build.overrides import idle_overrides
from guidec.config import ConfigurationError, Settings, load_settings
from guidec.diagnostics import Rule
from guidec.diagnostics.explanation import explanation, rules_page
from guidec.diagnostics.rules import all_rules

RULES = all_rules()
DOCS = Path(__file__).parents[2] / "docs"
COVER = "---\ntitle: ClickUp\n---\n\n"
OAUTH_COVER = "---\ntitle: ClickUp OAuth 2.0 connector profile – StackOne setup guide\n---\n\n"
ABOUT_OAUTH_GUIDES = ("missing-redirect-url",)
ABOUT_SETTINGS = ("idle-override", "invalid-configuration", "unknown-setting")
FILES = "it is about a file and not its text: tests/build"
FILLED_IN = "it is about a configuration beside its schema: tests/test_validate_config.py"
TARGET = "it is about a template of a project's own: tests/targets"
CONNECTOR = "it is about a guide beside a connector file: tests/connector_files"
DATA = "it is about a file of data: tests/test_data_file.py, tests/guide/test_draft.py"
MOVED = "it is about a guide on its way to another dialect: tests/targets/mdx"
SIZE = "what it finds is too large for an example: tests/build, tests/mdx, tests/guide"
NOT_ALONE = {
    **dict.fromkeys(
        (
            "file-too-large",
            "index-page-taken",
            "invalid-encoding",
            "invalid-file-name",
            "not-a-regular-file",
            "output-collision",
            "output-folder",
            "outside-content-root",
            "symlinked-folder",
            "unreadable-file",
            "unwritable-output",
            "empty-guide",
        ),
        FILES,
    ),
    **dict.fromkeys((rule for rule in RULES if rule.startswith(("config-", "env-"))), FILLED_IN),
    **dict.fromkeys((rule for rule in RULES if rule.startswith("connector-")), CONNECTOR),
    **dict.fromkeys((rule for rule in RULES if rule.startswith("dialect-")), MOVED),
    **dict.fromkeys((rule for rule in RULES if rule.startswith(("data-", "draft-"))), DATA),
    **dict.fromkeys(("output-invalid", "output-path", "template-error"), TARGET),
    **dict.fromkeys(
        (
            "deep-content",
            "expansion-limit",
            "frontmatter-limit",
            "nesting-limit",
            "size-limit",
            "snippet-limit",
            "too-many-problems",
        ),
        SIZE,
    ),
    "snippet-cycle": "it takes two files: tests/guide",
    "snippet-syntax": "it takes two files: tests/guide",
    "real-secret": "an example would be a secret: tests/guide/test_checks.py",
    "unknown-action": "it is about an option: tests/cli/test_build_command.py",
    "not-in-revision": "it is about git: tests/changes",
    "internal-error": "no guide is known that shows it: tests/build",
}


def found(folder: Path, rule: Rule, example: str) -> set[str]:
    """The rules that are reported for an example."""
    if rule.id in ABOUT_SETTINGS:
        (folder / "guidec.toml").write_text(example, encoding="utf-8")
        (folder / "content/crm").mkdir(parents=True)
        (folder / "content/crm/acme.mdx").touch()
        try:
            return {diagnostic.rule.id for diagnostic in idle_overrides(load_settings(folder))}
        except ConfigurationError as error:
            return {diagnostic.rule.id for diagnostic in error.diagnostics}
    (folder / "snippets").mkdir()
    (folder / "snippets/footer.mdx").write_text("Ask us.\n", encoding="utf-8")
    cover = OAUTH_COVER if rule.id in ABOUT_OAUTH_GUIDES else COVER
    text = example if example.startswith("---") else cover + example
    (folder / "guide.mdx").write_text(f"{text}\n", encoding="utf-8")
    settings = replace(Settings(), content=folder, exclude=("snippets/*",))
    return {diagnostic.rule.id for diagnostic in check_root(settings)}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.id not in NOT_ALONE], ids=lambda rule: rule.id
)
def test_the_wrong_example_is_reported_and_the_right_one_is_not(tmp_path: Path, rule: Rule) -> None:
    wrong, right = tmp_path / "wrong", tmp_path / "right"
    wrong.mkdir()
    right.mkdir()

    assert rule.wrong
    assert rule.right
    assert rule.id in found(wrong, rule, rule.wrong)
    assert rule.id not in found(right, rule, rule.right)


def test_what_cannot_be_run_alone_is_a_rule() -> None:
    assert set(NOT_ALONE) <= set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert rule.summary.endswith(".")
    assert rule.why
    assert rule.wrong != rule.right or not rule.wrong
    assert explanation(rule).startswith(f"# {rule.id}\n\n**{rule.severity}**: {rule.summary}\n\n{rule.why}")


def test_the_page_of_all_rules_is_fresh() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert page == rules_page(RULES.values()), "run `guidec explain --markdown > docs/rules.md`"


def test_an_example_with_a_fence_or_an_invisible_character_is_shown_as_it_is() -> None:
    rule = replace(RULES["image-alt"], wrong="```\na\n```", right="Press \u202e**Save**.")
    shown = explanation(rule)

    assert "Wrong:\n\n````\n```\na\n```\n````" in shown
    assert "Press \\u202e**Save**." in shown
