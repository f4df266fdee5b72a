from __future__ import annotations

from pathlib import Path

import pytest

from guidec.diagnostics import Diagnostic
from guidec.guide.models import Credential, Guide, RedirectUrl, Setting
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.targets.target import Options
from guidec.validate import compose, find_schema, validate, validate_config
from guidec.validate.schema import Schema
from guides import HERE, actions_guide, small_guide

ENV = {"ACME_CLIENT_ID": "id-1", "ACME_CLIENT_SECRET": "s3cr3t"}


def template(made: Guide) -> tuple[str, Schema]:
    """Give the template of a guide and its schema."""
    config, schema, _ = TARGETS["config"].render(made, Options()).files.values()
    return config, Schema.model_validate_json(schema)


TEXT, SCHEMA = template(small_guide())


def problems_in(
    text: str, env: dict[str, str] | None = None, schema: Schema = SCHEMA
) -> tuple[Diagnostic, ...]:
    """Hold a text against a schema."""
    source = Source(text, "my.yaml")
    root = compose(source)
    if isinstance(root, Diagnostic):
        return (root,)
    return validate_config(source, root, schema, ENV if env is None else env)


def found(text: str, env: dict[str, str] | None = None, schema: Schema = SCHEMA) -> list[str]:
    """Give what is reported, as `line:column rule`."""
    problems = problems_in(text, env, schema)
    return [f"{p.start.line}:{p.start.column} {p.rule.id}" for p in problems]


def test_filled_in_template_is_clean() -> None:
    assert found(TEXT) == []


def test_unset_and_empty_variables_have_a_place() -> None:
    assert found(TEXT, {}) == ["31:14 config-placeholder", "34:18 config-placeholder"]
    assert found(TEXT, ENV | {"ACME_CLIENT_SECRET": ""}) == ["34:18 config-empty"]


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("https://api", "http://api", ["26:15 config-insecure-url"]),
        ("/acme/callback", "/other/callback", ["26:15 config-redirect-url"]),
        ("client_id:", "clientid:", ["31:3 config-unknown-key"]),
        ('"https://api.example.com/connect/oauth2/acme/callback"', '""', ["26:15 config-empty"]),
        ('"https://api.example.com/connect/oauth2/acme/callback"', "", ["26:1 config-empty"]),
        ('"https://api.example.com/connect/oauth2/acme/callback"', '"${NOT_SET}"', ["26:15 config-empty"]),
        ("client_id:", "key:", ["31:3 config-unknown-key", "31:3 config-missing"]),
        ('"${ACME_CLIENT_ID}"', '""', ["31:14 config-empty"]),
        ('"${ACME_CLIENT_ID}"', '"  "', ["31:14 config-empty"]),
        ('"${ACME_CLIENT_ID}"', "", ["31:3 config-empty"]),
        ('"${ACME_CLIENT_ID}"', "0123", ["31:14 config-type"]),
        ('"${ACME_CLIENT_ID}"', "[x]", ["31:14 config-type"]),
        ('"${ACME_CLIENT_ID}"', "!secret x", ["31:14 config-type"]),
        ('"${ACME_CLIENT_ID}"', '"your-client-id"', ["31:14 config-placeholder"]),
        ('"${ACME_CLIENT_ID}"', '"<client id>"', ["31:14 config-placeholder"]),
        ('"${ACME_CLIENT_ID}"', '"TODO"', ["31:14 config-placeholder"]),
        ('"${ACME_CLIENT_ID}"', '"http://acme.example"', ["31:14 config-insecure-url"]),
        ('"${ACME_CLIENT_ID}"', '"http://localhost:8080/"', []),
        ('"${ACME_CLIENT_ID}"', '"id-1"', []),
        ('"${ACME_CLIENT_SECRET}"', '"hunter2"', ["34:18 config-secret"]),
        ('"${ACME_CLIENT_SECRET}"', '"${ACME_CLIENT_ID}"', []),
        ('"Example"', '"${NOT_SET}"', ["40:13 config-placeholder"]),
        ('guide: "acme/oauth"', 'guide: "other"', ["13:8 config-value"]),
        ('schema_version: "1"', "schema_version: 1", ["12:17 config-type"]),
        ("provider:\n", "provider:\nold:\n", ["15:1 config-empty", "16:1 config-unknown-key"]),
        ("settings:\n", "settings: x\nold:\n", ["37:11 config-type", "38:1 config-unknown-key"]),
        ("  client_secret:", "  client_id: x\n  client_secret:", ["34:3 config-duplicate-key"]),
        ("settings:", "scopes: [a, b, a]\nsettings:", ["37:16 config-value"]),
    ],
)
def test_every_problem_has_a_place(old: str, new: str, problems: list[str]) -> None:
    assert old in TEXT
    assert found(TEXT.replace(old, new, 1)) == problems


def test_suggests_the_key_that_was_meant() -> None:
    problems = problems_in(TEXT.replace("app_name", "app_nmae"))
    assert [(p.message, p.suggestion) for p in problems] == [
        ("Unexpected key, expected `app_name`", "app_name")
    ]


def test_unknown_actions_and_scopes() -> None:
    text, schema = template(actions_guide())
    assert found(text, {}, schema) == []
    wrong = text.replace('"files.write"', '"files.wrote"').replace('"list-files"', '"nothing like it"')
    problems = problems_in(wrong, {}, schema)
    assert [p.message for p in problems] == [
        "Unexpected action `nothing like it`, expected one of `list-files`, `save-file`, `list users`",
        "Unexpected scope `files.wrote`, expected `files.write`",
    ]


def test_optional_credential_may_stay_a_placeholder_or_empty() -> None:
    optional = Credential(label="Domain", key="domain", secret=False, optional=True, position=HERE)
    text, schema = template(small_guide(credentials=[optional]))
    assert found(text, {}, schema) == []
    assert found(text.replace("${ACME_DOMAIN}", ""), {}, schema) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "- a\n",
        "text",
        "a: b: c",
        "a: *x",
        'a: "open',
        "a: @x",
        "a: \x07",
        "a: 1\n---\nb: 2\n",
    ],
)
def test_what_is_no_mapping_is_one_problem(text: str) -> None:
    [problem] = found(text)
    assert problem.partition(" ")[2] in ("config-syntax", "config-type")


def test_a_file_of_wrong_keys_is_not_compared_without_end() -> None:
    keys = "".join(f"  client_secre{number}:\n" for number in range(3000))
    problems = problems_in(TEXT.replace("  client_secret:", f"{keys}  secret:"))
    unknown = [problem for problem in problems if problem.rule.id == "config-unknown-key"]
    assert len(unknown) == 3001
    assert 0 < sum(problem.suggestion is not None for problem in unknown) <= 100


@pytest.mark.parametrize("text", ["[" * 100_000, "a: {" * 50_000, "a: &a [*a]\n", "x" * 300_000])
def test_hostile_yaml_is_refused(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "value", ["s3cr3t", "@s3cr3t", "*s3cr3t", "!s3cr3t x", "!s3cr3t!x y", '"s3cr3t', "[s3cr3t]", "s3cr3t: x"]
)
def test_no_value_is_repeated(value: str) -> None:
    for key in ("client_secret", "redirect_url", "method"):
        lines = [
            f"{line.partition(':')[0]}: {value}" if f"{key}:" in line else line for line in TEXT.split("\n")
        ]
        problems = problems_in("\n".join(lines), {"ACME_CLIENT_ID": "s3cr3t"})
        assert problems or key == "client_secret"
        assert not any("s3cr3t" in problem.message for problem in problems)


@pytest.mark.parametrize(
    "line",
    [
        '  passw0rd: "x"',
        "  client_secre7:",
        "  ? [s3cr3t]\n  : x",
        '  client_id: "${s3cr3t}"',
        "  s3cr3t: *s3cr3t",
    ],
)
def test_no_key_and_no_name_of_a_variable_is_repeated(line: str) -> None:
    text = TEXT.replace('  client_id: "${ACME_CLIENT_ID}"', line)
    said = " ".join(f"{p.message} {p.suggestion}" for p in problems_in(text))
    assert said
    assert not any(word in said for word in ("passw0rd", "client_secre7", "s3cr3t"))


def test_every_message_says_what_was_expected() -> None:
    broken = "scopes:\nactions: x\nguide: 1\nnew: 2\nguide: 3\nsettings:\n  app_name: []\ncredentials: {}\n"
    messages = [problem.message for problem in problems_in(broken)]
    assert len(messages) > 7
    for message in messages:
        assert message.startswith("Unexpected ")
        assert ", expected " in message
    assert "Unexpected absence of `redirect_url`, expected `https://" in " ".join(messages)
    assert (
        "Unexpected absence of `client_id` in `credentials`, expected `${ACME_CLIENT_ID}` or a value"
        in messages
    )


def test_what_the_guide_itself_says_is_right() -> None:
    url = "https://${TENANT}.example.com/cb"
    made = small_guide(
        redirect_urls=[RedirectUrl(url=url, position=HERE)],
        settings=[Setting(label=label, value=value, position=HERE) for label, value in SETTINGS],
    )
    text, schema = template(made)
    assert [problem.split()[1] for problem in found(text, schema=schema)] == ["config-placeholder"]
    assert found(text, ENV | {"TENANT": "acme"}, schema) == []


@pytest.mark.parametrize(
    ("written", "value", "rule"),
    [
        ("https://your-domain.com/callback", "https://app.acme.io/callback", None),
        ("https://your-domain.com/callback", None, "config-placeholder"),
        ("https://example.com/callback", "https://app.acme.io/other", None),
        ("https://example.com/callback", None, "config-placeholder"),
        ("https://<tenant>.acme.io/callback", "https://me.acme.io/callback", None),
        ("https://<tenant>.acme.io/callback", "http://me.acme.io/callback", "config-insecure-url"),
        ("https://<tenant>.acme.io/callback", "me.acme.io/callback", "config-redirect-url"),
        ("https://<tenant>.acme.io/callback", "", "config-empty"),
        ("http://localhost:3000/callback", "https://app.acme.io/callback", None),
        ("http://localhost:3000/callback", None, None),
        ("https://api.acme.io/callback", "https://app.acme.io/callback", "config-redirect-url"),
    ],
)
def test_an_example_of_a_redirect_url_is_replaced_by_any(
    written: str, value: str | None, rule: str | None
) -> None:
    text, schema = template(small_guide(redirect_urls=[RedirectUrl(url=written, position=HERE)]))
    text = text if value is None else text.replace(f'"{written}"', f'"{value}"')

    assert [problem.split()[1] for problem in found(text, ENV, schema)] == ([rule] if rule else [])


SETTINGS = [("Callback", "https://${TENANT}.example.com/cb"), ("Site", "http://acme.example"), ("X", "${X}")]


def test_places_hold_with_a_byte_order_mark_and_crlf() -> None:
    windows = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert found(windows, {}) == ["31:14 config-placeholder", "34:18 config-placeholder"]


def write(folder: Path, made: Guide) -> Path:
    """Write what the target gives, and return the path of the template."""
    for path, text in TARGETS["config"].render(made, Options()).files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder / f"config/{made.id}.yaml"


@pytest.mark.parametrize("guide_id", ["acme/oauth", "acme/my guide", "名前", "a#b%20c"])
def test_schema_is_found_by_the_file_itself(tmp_path: Path, guide_id: str) -> None:
    path = write(tmp_path, small_guide(id=guide_id))
    text = path.read_text(encoding="utf-8")
    copy = path.with_name("production.yaml")
    names = ("client_id", "client_secret")
    env = {text.partition(f'{name}: "${{')[2].partition("}")[0]: "x" for name in names}
    assert validate(Source(text, str(path)), env) == ()
    assert validate(Source(text, str(copy)), env) == ()
    assert validate(Source(text.partition("\n")[2], str(path)), env) == ()


@pytest.mark.parametrize("content", [None, "", "[]", "{", '{"properties": 5}', "[" * 100_000])
def test_missing_or_broken_schema_is_reported(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "oauth.schema.json").write_text(content)
    source = Source(TEXT, str(tmp_path / "oauth.yaml"))
    result = find_schema(source, compose(source))
    assert isinstance(result, Diagnostic)
    assert (result.rule.id, result.start.line, result.start.column) == ("config-schema", 1, 33)


def test_schema_is_found_by_the_guide_where_it_is_not_beside_the_file(tmp_path: Path) -> None:
    write(tmp_path / "build", small_guide())
    moved = Source(TEXT, str(tmp_path / "elsewhere/my.yaml"))
    assert [p.rule.id for p in validate(moved, ENV)] == ["config-schema"]
    assert validate(moved, ENV, tmp_path / "build/config") == ()
    for outside in ("../config/acme/oauth", str(tmp_path / "build/config/acme/oauth"), ""):
        text = TEXT.replace('guide: "acme/oauth"', f'guide: "{outside}"')
        problems = validate(Source(text, moved.path), ENV, tmp_path / "build/config")
        assert [p.rule.id for p in problems] == ["config-schema"]


def test_wrong_syntax_is_reported_also_without_a_schema(tmp_path: Path) -> None:
    [problem] = validate(Source("a: [\n", str(tmp_path / "my.yaml")), {})
    assert (problem.rule.id, problem.start.line) == ("config-syntax", 2)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\n", ["4:3 config-duplicate-key"]),
        ("a: !!python/object/apply:os.system [x]\n", ["1:4 config-type"]),
        ("a: !env X\n", ["1:4 config-type"]),
        ("- a\n", ["1:1 config-type"]),
        ("a: &a [x, *a]\nb: &b {c: *b, d: 2024-01-01, e: 1.5, f: no, g: ~}\n", []),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", []),
    ],
)
def test_what_needs_no_schema_is_reported_without_one(tmp_path: Path, text: str, problems: list[str]) -> None:
    schema, *others = validate(Source(text, str(tmp_path / "a.yaml")), {})
    assert schema.rule.id == "config-schema"
    assert [f"{p.start.line}:{p.start.column} {p.rule.id}" for p in others] == problems


def test_what_is_not_named_like_a_schema_is_not_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{}")
    source = Source("# yaml-language-server: $schema=./secrets.json\na: 1\n", str(tmp_path / "a.yaml"))
    (problem,) = validate(source, {})
    assert (problem.rule.id, problem.message.split(",")[0]) == (
        "config-schema",
        "Unexpected absence of `./secrets.json`",
    )
