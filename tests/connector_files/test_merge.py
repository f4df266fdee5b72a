from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml
from connectors import CONNECTOR, GUIDE

import guidec
from guidec.build.merging import Merging
from guidec.cli import main
from guidec.connector_files.find import claim_of
from guidec.connector_files.merge import Merged, merge

LINK_GUIDE = """# Connect Box with OAuth 2.0 – StackOne Hub

## Link the account

1. Open [Box](https://box.example).
2. Confirm.
"""
OLD_GUIDE = """\
        description: Old words.
        guides:
          config: {sections: []}
          setup:
            note: ours # stays
            warning: Old words.
            sections:
              # the first part
              - title: Register an app
                image: box.png
                content: gone
                steps:
                  - title: Old step
"""


def merging(text: str, path: str = "box.mdx") -> Merging:
    claim = claim_of(guidec.compile(text))
    return Merging(path, claim.provider, claim.authentication)


def merged(folder: Path, connector: str, *guides: Merging) -> Merged:
    (folder / "box").mkdir(exist_ok=True)
    (folder / "box/box.connector.s1.yaml").write_text(connector, encoding="utf-8")
    return merge(folder, guides)


def only(result: Merged) -> str:
    assert result.diagnostics == []
    ((path, text),) = result.files.items()
    assert path == "connector-files/box/box.connector.s1.yaml"
    return text


def entry(text: str) -> Any:
    [found] = yaml.safe_load(text)["authentication"]
    return found["oauth2"]


def changed(before: str, after: str) -> list[str]:
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@")]


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?<!\S)# .*", text))


def test_the_guide_is_put_in_and_nothing_else_changes(tmp_path: Path) -> None:
    text = only(merged(tmp_path, CONNECTOR, merging(GUIDE)))

    assert all(line.startswith("+") for line in changed(CONNECTOR, text))
    assert entry(text)["support"]["guides"]["setup"] == {
        "warning": "Only admins can do this.",
        "sections": [
            {
                "title": "Register an app",
                "steps": [
                    {
                        "title": "Fill in the form",
                        "list": [
                            "App name: `Example`",
                            "Redirect URL: `https://api.stackone.com/connect/oauth2/box/callback`",
                            "Copy the **Client ID** and the **Client Secret**.",
                        ],
                    }
                ],
            }
        ],
    }
    assert only(merged(tmp_path, text, merging(GUIDE))) == text


def test_an_old_guide_is_replaced_and_what_is_not_the_guides_stays(tmp_path: Path) -> None:
    link = "        link: https://docs.example.com/box\n"
    old = CONNECTOR.replace(link, link + OLD_GUIDE)
    text = only(merged(tmp_path, old, merging(GUIDE)))
    guides = entry(text)["support"]["guides"]

    assert guides["setup"]["warning"] == entry(text)["support"]["description"] == "Only admins can do this."
    assert guides["setup"]["note"] == "ours"
    assert guides["setup"]["sections"][0]["image"] == "box.png"
    assert "content" not in guides["setup"]["sections"][0]
    assert [step["title"] for step in guides["setup"]["sections"][0]["steps"]] == ["Fill in the form"]
    assert guides["config"] == {"sections": []}
    assert comments(text) == comments(old)
    assert only(merged(tmp_path, text, merging(GUIDE))) == text


def test_fields_keep_what_the_guide_does_not_say(tmp_path: Path) -> None:
    own = "        - {key: region, label: Region, type: select, required: false} # ours\n"
    old = CONNECTOR.replace("label: Client Secret", "label: Secret").replace(
        "        - key: clientS", own + "        - key: clientS"
    )
    text = only(
        merged(
            tmp_path, old.replace("required: true\n          secret: true", "secret: true"), merging(GUIDE)
        )
    )

    assert entry(text)["setupFields"] == [
        {
            "key": "clientId",
            "label": "Client ID",
            "type": "text",
            "required": True,
            "secret": False,
            "placeholder": "box_123",
        },
        {"key": "region", "label": "Region", "type": "select", "required": False},
        {
            "key": "clientSecret",
            "label": "Client Secret",
            "type": "password",
            "secret": True,
            "required": True,
        },
    ]
    assert "# ours" in text


def test_a_field_that_was_missing_is_added(tmp_path: Path) -> None:
    start, end = CONNECTOR.index("        - key: clientSecret"), CONNECTOR.index("      authorization:")
    text = only(merged(tmp_path, CONNECTOR[:start] + CONNECTOR[end:], merging(GUIDE)))

    assert [field["key"] for field in entry(text)["setupFields"]] == ["clientId", "clientSecret"]
    assert 'placeholder: box_123 # made up\n        - key: "clientSecret"\n' in text


def test_two_kinds_of_guide_share_a_connector(tmp_path: Path) -> None:
    connector = CONNECTOR.replace("Box Files", "Box")
    text = only(merged(tmp_path, connector, merging(LINK_GUIDE, "link.mdx"), merging(GUIDE)))
    guides = entry(text)["support"]["guides"]

    assert guides["setup"]["sections"][0]["title"] == "Register an app"
    assert guides["config"]["sections"][0]["steps"][1]["title"] == "Confirm"


def test_two_guides_of_a_kind_do_not(tmp_path: Path) -> None:
    result = merged(tmp_path, CONNECTOR, merging(GUIDE), merging(GUIDE, "other.mdx"))

    assert [(one.rule.id, one.path) for one in result.diagnostics] == [("connector-twice", "other.mdx")]
    assert len(result.files) == 1


def test_a_connector_with_another_redirect_url_is_left_alone(tmp_path: Path) -> None:
    connector = CONNECTOR.replace("Box Files", "Box").replace("/box/callback", "/other/callback")
    result = merged(tmp_path, connector, merging(GUIDE))

    assert (result.files, result.diagnostics) == ({}, [])


def test_windows_line_endings_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    (tmp_path / "box.connector.s1.yaml").write_bytes(("\ufeff" + CONNECTOR.replace("\n", "\r\n")).encode())
    result = merge(tmp_path, [merging(GUIDE)])
    text = result.files["connector-files/box.connector.s1.yaml"]

    assert text.startswith("\ufeff# The connector")
    assert "\n" not in text.replace("\r\n", "")


def test_shared_values_are_an_error_at_their_place(tmp_path: Path) -> None:
    connector = "support: &s {link: x}\n" + CONNECTOR.replace(
        "      support:\n        link: https://docs.example.com/box\n", "      support: *s\n"
    )
    result = merged(tmp_path, connector, merging(GUIDE))
    [found] = result.diagnostics

    assert (found.rule.id, result.files) == ("connector-shared", {})
    assert connector.split("\n")[found.start.line - 1] == "      support: *s"


# Builds


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/box.mdx").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "connectors").mkdir()
    (tmp_path / "connectors/box.connector.s1.yaml").write_text(CONNECTOR, encoding="utf-8")
    (tmp_path / "guidec.toml").write_text('[connector]\nfiles = "connectors"\n')
    return tmp_path


def test_a_build_merges_and_never_writes_the_files_themselves(project: Path) -> None:
    output = project / "build/connector-files/box.connector.s1.yaml"

    assert main(["build"]) == 0
    assert "Fill in the form" in output.read_text(encoding="utf-8")
    assert (project / "connectors/box.connector.s1.yaml").read_text(encoding="utf-8") == CONNECTOR
    assert "connector-files/box.connector.s1.yaml" in (project / "build/manifest.json").read_text()
    assert main(["build", "--check"]) == 0


def test_a_changed_connector_or_guide_is_merged_again(project: Path) -> None:
    output = project / "build/connector-files/box.connector.s1.yaml"
    main(["build"])
    (project / "connectors/box.connector.s1.yaml").write_text(CONNECTOR + "# more\n", encoding="utf-8")
    assert main(["build", "--check"]) == 1
    main(["build"])
    assert output.read_text(encoding="utf-8").endswith("# more\n")
    (project / "content/box.mdx").write_text(GUIDE.replace("Fill in", "Complete"), encoding="utf-8")
    main(["build"])
    assert "Complete the form" in output.read_text(encoding="utf-8")
    (project / "content/box.mdx").unlink()
    main(["build"])
    assert not output.exists()


def test_what_is_wrong_is_said_at_every_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "connectors/bad.connector.s1.yaml").write_text("a: [")
    for _ in range(2):
        assert main(["build"]) == 1
        assert "connectors/bad.connector.s1.yaml:1:" in capsys.readouterr().err


def test_one_file_can_be_named(project: Path) -> None:
    (project / "guidec.toml").write_text('[connector]\nfiles = "connectors/box.connector.s1.yaml"\n')

    assert main(["build"]) == 0
    assert (project / "build/connector-files/box.connector.s1.yaml").exists()


def test_without_the_connector_target_nothing_is_merged(project: Path) -> None:
    assert main(["build", "--target", "json"]) == 0
    assert not (project / "build/connector-files").exists()


@pytest.mark.parametrize(
    ("files", "reason"), [("absent", "Unexpected absence of `absent`"), ("build", "inside the output folder")]
)
def test_wrong_places_are_wrong_usage(
    project: Path, capsys: pytest.CaptureFixture[str], files: str, reason: str
) -> None:
    (project / "build").mkdir()
    (project / "guidec.toml").write_text(f'[connector]\nfiles = "{files}"\n')

    assert main(["build"]) == 2
    assert reason in capsys.readouterr().err
