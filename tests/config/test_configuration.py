from __future__ import annotations

from pathlib import Path

import pytest

from guidec.config import Component, ConfigurationError, Settings, load_settings
from guidec.config.names import ADMONITION_KINDS, CONCEPTS, DIALECTS
from guidec.diagnostics import Severity


def load(folder: Path, text: str, name: str = "guidec.toml") -> Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return load_settings(folder)


def problems(folder: Path, text: str, name: str = "guidec.toml") -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load(folder, text, name)
    return [
        f"{found.start.line}:{found.start.column}: {found.message} [{found.rule.id}]"
        for found in caught.value.diagnostics
    ]


def test_without_configuration_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_paths_are_relative_to_the_configuration(tmp_path: Path) -> None:
    settings = load(tmp_path, 'content = "docs"\nout = "data"\ndocs_root = "."\n')

    assert settings.content == tmp_path / "docs"
    assert settings.out == tmp_path / "data"
    assert settings.docs_root == tmp_path


def test_the_nearest_configuration_wins(tmp_path: Path) -> None:
    (tmp_path / "guidec.toml").write_text('content = "far"')
    near = tmp_path / "a" / "b"
    near.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.guidec]\ncontent = "near"')
    (near / "pyproject.toml").write_text('[tool.other]\ncontent = "other"')

    assert load_settings(near).content == tmp_path / "a" / "near"


def test_guidec_toml_wins_over_pyproject_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.guidec]\nout = "shared"')

    assert load(tmp_path, 'out = "own"').out == tmp_path / "own"


def test_reads_every_setting(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
        dialect = "mintlify"
        base_url = "https://docs.example.com/"
        targets = ["json", "html"]
        exclude = ["snippets/*"]

        [components]
        Hint = "tip"
        Walkthrough = "steps"
        Shot = { concept = "image", title = "caption", url = "source" }

        [rules]
        snippet-syntax = "warning"
        empty-guide = "off"

        [limits]
        file_size = 1000
        """,
    )

    assert settings.dialect == "mintlify"
    assert settings.base_url == "https://docs.example.com"
    assert settings.targets == ("json", "html")
    assert settings.exclude == ("snippets/*",)
    assert settings.components == {
        "Hint": Component("admonition", "tip"),
        "Walkthrough": Component("steps"),
        "Shot": Component("image", None, "caption", "source"),
    }
    assert settings.severities == {"snippet-syntax": Severity.WARNING, "empty-guide": None}
    assert settings.limits.file_size == 1000
    assert settings.limits.nesting == Settings().limits.nesting


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('contents = "docs"', "1:1: Unexpected setting `contents`, expected `content` [unknown-setting]"),
        ("content = 3", "1:11: Unexpected number for `content`, expected a string [invalid-configuration]"),
        ('\ntargets = "html"', "2:11: Unexpected string for `targets`, expected an array of strings "),
        ('targets = ["htm"]', "1:12: Unexpected `htm` in `targets`, expected `html` [invalid-configuration]"),
        (
            "[limits]\n\n  nesting = 0",
            "3:13: Unexpected value 0 for `nesting`, expected a whole number of at least 1",
        ),
        ("[limits]\nnesting = true", "2:11: Unexpected boolean for `nesting`"),
        ("[limits]\nnestin = 3", "2:1: Unexpected setting `nestin`, expected `nesting` [unknown-setting]"),
        ('[rules]\nempty-guides = "off"', "2:1: Unexpected rule `empty-guides`, expected `empty-guide`"),
        ('[rules]\nempty-guide = "eror"', "2:15: Unexpected `eror` in `empty-guide`, expected `error`"),
        ('[components]\nHint = "tipp"', "2:8: Unexpected `tipp` in `Hint`, expected `tip`"),
        ('[components.Hint]\nconcpt = "tip"', "2:1: Unexpected setting `concpt`, expected `concept`"),
        (
            'base_url = "javascript:alert(1)"',
            "1:12: Unexpected `javascript:alert(1)` in `base_url`, expected the address of a site, such as ",
        ),
        ('base_url = "docs.example.com"', "1:12: Unexpected `docs.example.com` in `base_url`, expected the "),
        ('base_url = "https://"', "1:12: Unexpected `https://` in `base_url`, expected the address"),
        ('base_url = "https://a.example/?q"', "1:12: Unexpected `https://a.example/?q` in `base_url`"),
        ("rules = 1", "1:9: Unexpected number for `rules`, expected a table [invalid-configuration]"),
        ("content = ", "1:11: Unexpected syntax (Invalid value), expected TOML [invalid-configuration]"),
        ("a = [", "1:6: Unexpected syntax (Invalid value), expected TOML"),
        (
            "\ncontent = 'a'\ncontent = 'b'",
            "3:14: Unexpected syntax (Cannot overwrite a value), expected TOML",
        ),
    ],
)
def test_says_where_a_configuration_is_wrong(tmp_path: Path, text: str, problem: str) -> None:
    found = problems(tmp_path, text)

    assert len(found) == 1
    assert found[0].startswith(problem)


def test_reports_all_problems_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "a = 1\nb = 2\n[limits]\nc = 3")) == 3


def test_places_count_from_the_top_of_pyproject(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\ncontents = "not this one"\n\n[tool.guidec]\ncontents = "docs"\n'

    assert problems(tmp_path, text, "pyproject.toml") == [
        "6:1: Unexpected setting `contents`, expected `content` [unknown-setting]"
    ]


def test_a_configuration_that_is_no_table_is_an_error(tmp_path: Path) -> None:
    assert problems(tmp_path, "[tool]\nguidec = 1", "pyproject.toml") == [
        "1:1: Unexpected value for `tool.guidec`, expected a table [invalid-configuration]"
    ]


def test_names_the_byte_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "guidec.toml").write_bytes(b'content = "\xff"')

    with pytest.raises(ConfigurationError, match="Unexpected byte 0xff at offset 11, expected UTF-8"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "content = " + "9" * 5000,
        "a" + ".b" * 20_000 + " = 1",
        "a = " + "[" * 20_000,
        "[" + "a . " * 20_000 + "b]",
    ],
    ids=lambda text: text[:20],
)
def test_a_configuration_that_costs_too_much_is_refused(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert "Unexpected depth of nesting or length of a number" in problem


def test_a_configuration_without_end_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "guidec.toml").open("wb") as file:
        file.truncate(1 << 40)  # sparse
    with pytest.raises(ConfigurationError, match="Unexpected size"):
        load_settings(tmp_path)


def test_a_configuration_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "shared.toml").write_text('content = "docs"\n')
    (tmp_path / "site").mkdir()
    (tmp_path / "site/guidec.toml").symlink_to("../shared.toml")
    assert load_settings(tmp_path / "site").content == tmp_path / "site/docs"


def test_the_names_are_those_of_the_tables() -> None:
    from guidec.guide import dialects
    from guidec.guide.dialects.meaning import Concept
    from guidec.guide.models import AdmonitionKind

    assert set(CONCEPTS) == set(Concept)
    assert set(ADMONITION_KINDS) == set(AdmonitionKind)
    assert set(DIALECTS) == set(dialects.DIALECTS)


def test_a_long_list_of_choices_is_cut(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, '[rules]\nqqqq = "off"')

    assert problem.startswith("2:1: Unexpected rule `qqqq`, expected one of `")
    assert problem.endswith(", … [unknown-setting]")
    assert len(problem) < 400


def test_overrides_hold_for_some_paths_and_the_last_one_wins(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        """
        [rules]
        image-alt = "error"

        [[overrides]]
        paths = ["drafts/*", "old.mdx"]
        rules = { image-alt = "off", empty-step = "info" }

        [[overrides]]
        paths = ["drafts/new/*"]

        [overrides.rules]
        image-alt = "warning"
        """,
    )

    assert settings.severities_of("a.mdx") == {"image-alt": Severity.ERROR}
    assert settings.severities_of("old.mdx") == {"image-alt": None, "empty-step": Severity.INFO}
    assert settings.severities_of("drafts/new/b.mdx")["image-alt"] is Severity.WARNING


def test_mistakes_in_overrides_have_the_place_of_their_own_table(tmp_path: Path) -> None:
    text = '[[overrides]]\npaths = ["a"]\n[[overrides]]\npath = ["b"]\n[overrides.rules]\nimg-alt = "off"\n'

    assert problems(tmp_path, text) == [
        "3:3: Unexpected table without `paths`, expected an array of strings [invalid-configuration]",
        "6:1: Unexpected rule `img-alt`, expected `image-alt` [unknown-setting]",
        "4:1: Unexpected setting `path`, expected `paths` [unknown-setting]",
    ]
