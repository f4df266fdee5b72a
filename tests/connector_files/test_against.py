from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from connectors import CONNECTOR, GUIDE

from guidec.cli import main

PARAMS = "          response_type: code\n"


@pytest.fixture
def against(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Give a function that checks a guide against a connector and gives what was found."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "connectors/box").mkdir(parents=True)

    def against(guide: str, connector: str, path: str = "connectors") -> list[dict[str, Any]]:
        (tmp_path / "content/box.mdx").write_text(guide, encoding="utf-8")
        (tmp_path / "connectors/box/box.connector.s1.yaml").write_text(connector, encoding="utf-8")
        status = main(["check", "--against", path, "--output-format", "json"])
        found = json.loads(capsys.readouterr().out)
        assert status == any(one["severity"] == "error" for one in found)
        return [one for one in found if one["rule"].startswith("connector-")]

    return against


def place(found: dict[str, Any], text: str) -> str:
    """Give the stretch of `text` that a diagnostic or note is about."""
    line = text.split("\n")[found["line"] - 1]
    return line[found["column"] - 1 : found["end_column"] - 1]


def test_what_fits_is_clean_whatever_the_key_is(against: Any) -> None:
    assert against(GUIDE, CONNECTOR) == []
    assert against(GUIDE, CONNECTOR, "connectors/box/box.connector.s1.yaml") == []


def test_the_host_may_be_written_out(against: Any) -> None:
    assert against(GUIDE, CONNECTOR.replace("${apiHostUri}", "https://api.eu1.stackone.com")) == []


def test_another_redirect_url_is_found_by_the_provider(against: Any) -> None:
    connector = CONNECTOR.replace("Box Files", "box").replace("/box/callback", "/box-files/callback")
    [found] = against(GUIDE, connector)

    assert found["rule"] == "connector-redirect-url"
    assert place(found, GUIDE) == "https://api.stackone.com/connect/oauth2/box/callback"
    assert found["suggestion"] == "https://api.stackone.com/connect/oauth2/box-files/callback"
    [note] = found["notes"]
    assert note["path"] == "connectors/box/box.connector.s1.yaml"
    assert place(note, connector) == "${apiHostUri}/connect/oauth2/box-files/callback"


def test_a_guide_that_no_connector_fits_is_told(against: Any) -> None:
    [found] = against(GUIDE, CONNECTOR.replace("/box/callback", "/other/callback"))

    assert (found["rule"], found["severity"]) == ("connector-missing", "warning")
    assert place(found, GUIDE) == "https://api.stackone.com/connect/oauth2/box/callback"


MACHINE = (
    GUIDE.replace("Box OAuth 2.0 connector", "Box OAuth 2.0 Client Credentials connector")
    .replace("<li>Redirect URL: `https://api.stackone.com/connect/oauth2/box/callback`</li>", "")
    .replace("<strong>OAuth 2.0</strong>", "<strong>OAuth 2.0 Client Credentials</strong>")
)


def test_another_grant_is_another_way_to_authenticate(against: Any) -> None:
    connector = CONNECTOR.replace("Box Files", "Box")
    granting = connector.replace(
        "label: OAuth 2.0 #", "grantType: client_credentials\n      label: OAuth 2.0 #"
    )

    [found] = against(MACHINE, connector)
    assert found["message"].endswith("expected one of type oauth2 (client_credentials) called `Box`")
    assert "connector-missing" not in [one["rule"] for one in against(MACHINE, granting)]
    without_url = GUIDE.replace(
        "https://api.stackone.com/connect/oauth2/box/callback", "the one you were given"
    )
    assert [one["rule"] for one in against(without_url, connector)] == ["connector-redirect-url"]
    assert [one["rule"] for one in against(without_url, granting)] == ["connector-missing"]


def test_a_connector_without_a_title_is_known_by_the_name_of_its_file(against: Any) -> None:
    connector = CONNECTOR.replace("title: Box Files", "version: 1").replace(
        "/box/callback", "/other/callback"
    )

    assert [one["rule"] for one in against(GUIDE, connector)] == ["connector-redirect-url"]


def test_one_guide_is_held_against_the_one_connector_that_is_named(
    against: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    against(GUIDE, CONNECTOR)
    block = CONNECTOR[CONNECTOR.index("authentication:") :].replace("/box/callback", "/other/callback")
    (tmp_path / "block.yaml").write_text(block, encoding="utf-8")

    assert main(["check", "content/box.mdx", "--against", "block.yaml", "--output-format", "json"]) == 1
    assert [one["rule"] for one in json.loads(capsys.readouterr().out)] == ["connector-redirect-url"]
    assert main(["check", "content", "--against", "block.yaml"]) == 0


def test_the_key_alone_makes_no_match(against: Any) -> None:
    connector = CONNECTOR.replace("/box/callback", "/other/callback").replace("box_files", "box")

    assert [one["rule"] for one in against(GUIDE, connector)] == ["connector-missing"]


def test_another_label_is_told_where_the_reader_selects_it(against: Any) -> None:
    [found] = against(GUIDE, CONNECTOR.replace("OAuth 2.0 #", "OAuth #"))

    assert (found["rule"], place(found, GUIDE)) == ("connector-label", "OAuth 2.0")
    assert "Select" in GUIDE.split("\n")[found["line"] - 1]


def test_fields_of_one_side_only_are_told(against: Any) -> None:
    connector = CONNECTOR.replace("clientSecret", "domain").replace("Client Secret", "Domain")
    missing, unknown = sorted(against(GUIDE, connector), key=lambda one: one["message"])

    assert unknown["message"] == "Unexpected field `Client Secret`, expected one of `Client ID`, `Domain`"
    assert "Client Secret" in place(unknown, GUIDE)
    assert missing["message"] == "Unexpected absence of the field `Domain`, expected a step about it"
    assert GUIDE.split("\n")[missing["line"] - 1] == "## Creating the StackOne Connector Profile"
    assert missing["notes"][0]["line"] == connector.split("\n").index("        - key: domain") + 1


def test_a_field_is_known_by_its_key_or_its_label(against: Any) -> None:
    assert against(GUIDE, CONNECTOR.replace("label: Client ID", "label: Application ID")) == []
    assert against(GUIDE, CONNECTOR.replace("key: clientId", "key: appId")) == []


def test_an_optional_field_may_be_unknown(against: Any) -> None:
    field = "        - {key: domain, label: Domain, type: text, required: false}\n"

    assert against(GUIDE, CONNECTOR.replace("      authorization:", f"{field}      authorization:")) == []


def test_scopes_are_compared_where_both_sides_name_some(against: Any) -> None:
    guide = GUIDE.replace('data-guide-step data-guide-scopes=""', 'data-guide-step data-guide-scopes="a,b"')
    connector = CONNECTOR.replace(PARAMS, f"{PARAMS}          scope: b c\n")
    ours, theirs = sorted(against(guide, connector), key=lambda one: -one["line"])

    assert (ours["rule"], ours["severity"]) == ("connector-scope", "warning")
    assert ours["message"] == "Unexpected scope `a`, expected one that the connector requests"
    assert theirs["message"] == "Unexpected absence of the scope `c`, expected a step that grants it"
    assert place(theirs["notes"][0], connector) == "b c"
    assert against(GUIDE, connector) == []
    assert against(guide, CONNECTOR) == []
    assert against(guide, CONNECTOR.replace(PARAMS, f"{PARAMS}          scope: $.credentials.scopes\n")) == []


def test_a_guide_about_linking_is_compared_with_what_users_fill_in(against: Any) -> None:
    guide = "# Connect Box with API Key – StackOne Hub\n\n1. Copy the **API Key**.\n"
    connector = (
        "info: {title: Box}\nauthentication:\n  - custom:\n      type: custom\n      label: API Key\n"
        "      configFields:\n        - {key: apiKey, label: API Key, type: password, required: true}\n"
    )

    assert against(guide, connector) == []
    [found] = against(guide, connector.replace("label: API Key\n", "label: Token\n"))
    assert found["rule"] == "connector-label"
    [found] = against(guide, connector.replace("custom", "oauth2"))
    assert found["rule"] == "connector-missing"


@pytest.mark.parametrize(
    "text", ["a: [", "", "- a\n", "authentication: {}\n", "a: \x07\n", "[" * 200, "authentication: *x\n"]
)
def test_what_is_no_connector_file_is_an_error_there(against: Any, text: str) -> None:
    broken, *_ = against(GUIDE, text)

    assert (broken["rule"], broken["path"]) == ("connector-file", "connectors/box/box.connector.s1.yaml")


def test_bytes_that_are_no_text_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "box.connector.s1.yaml").write_bytes(b"a: \xff")

    assert main(["check", "--against", "box.connector.s1.yaml"]) == 1
    assert capsys.readouterr().out.startswith("box.connector.s1.yaml:1:4: error: ")


@pytest.mark.parametrize("path", ["absent", "content"])
def test_a_path_without_connector_files_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()

    assert main(["check", "--against", path]) == 2


def test_a_comment_in_the_guide_silences_a_difference(against: Any) -> None:
    comment = "{/* guidec: ignore[connector-label] the dashboard will follow */}"
    guide = GUIDE.replace("<li>Select", f"{comment}\n      <li>Select")

    assert against(guide, CONNECTOR.replace("OAuth 2.0 #", "OAuth #")) == []


@pytest.mark.parametrize(("options", "unused"), [([], []), (["--against", "connectors"], ["unused-ignore"])])
def test_a_comment_is_in_vain_only_where_its_rule_was_looked_for(
    against: Any, capsys: pytest.CaptureFixture[str], options: list[str], unused: list[str]
) -> None:
    against(GUIDE + "\n{/* guidec: ignore-file[connector-missing] not yet there */}\n", CONNECTOR)
    main(["check", *options, "--output-format", "json"])

    assert [found["rule"] for found in json.loads(capsys.readouterr().out)] == unused


def test_one_connector_says_nothing_about_guides_of_others(
    against: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = "connectors/box/box.connector.s1.yaml"
    (tmp_path / "content/acme.mdx").write_text(
        GUIDE.replace("Box", "Acme").replace("/box/", "/acme/"), encoding="utf-8"
    )
    assert [found["path"] for found in against(GUIDE, CONNECTOR)] == ["content/acme.mdx"]
    assert against(GUIDE, CONNECTOR, one) == []
    assert main(["check", "content/acme.mdx", "--against", one, "--output-format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["rule"] == "connector-missing"


def test_one_connector_that_no_guide_belongs_to_is_told(
    against: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    one = "connectors/box/box.connector.s1.yaml"
    assert against(GUIDE.replace("Box", "Acme").replace("/box/", "/acme/"), CONNECTOR, one) == []
    assert main(["check", "--against", one]) == 0
    assert f"No guide belongs to {one}" in capsys.readouterr().err
