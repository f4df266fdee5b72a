from __future__ import annotations

import json
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
import yaml
from hostile import HOSTILE, text
from hypothesis import given
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from guidec.guide.models import (
    Action,
    Auth,
    AuthMethod,
    Credential,
    Guide,
    GuideKind,
    Provider,
    RedirectUrl,
    Setting,
)
from guidec.targets.actions import for_actions
from guidec.targets.config import render
from guidec.targets.config_model import Config
from guidec.targets.target import Options
from guides import HERE, REDIRECT_URL, actions_guide, guide, rich_guide, section, small_guide, step

SMALL = """\
# yaml-language-server: $schema=./oauth.schema.json
#
# Acme OAuth 2.0 connector profile
#
# Fill in this file to create the connector profile.
#
#   1. Follow the guide, acme/oauth.mdx; each value below says where the guide explains it.
#   2. Put the credentials into the environment, or into a copy of oauth.env that you keep to yourself;
#      the placeholders here stay as they are, so that no secret stands in this file.
#   3. Check the result: guidec validate FILE --env-file ENV-FILE

schema_version: "1"
guide: "acme/oauth"

provider:
  name: "Acme"
  key: "acme"

# What the guide calls the type of authentication, and what that means
auth:
  label: "OAuth 2.0"
  method: oauth2

# Redirect URL
# Guide: Create the app > Fill in the form
redirect_url: "https://api.example.com/connect/oauth2/acme/callback"

credentials:
  # Client ID
  # Guide: Create the app > Keep the credentials
  client_id: "${ACME_CLIENT_ID}"
  # Client Secret (secret)
  # Guide: Create the app > Keep the credentials
  client_secret: "${ACME_CLIENT_SECRET}"

# What to type into the provider's form
settings:
  # App name
  # Guide: Create the app > Fill in the form
  app_name: "Example"
  # Support contact: Your support address
  # Guide: Create the app > Fill in the form
  support_contact: ""
"""

SMALL_ENV = """\
# Acme OAuth 2.0 connector profile
#
# The values that the placeholders in oauth.yaml stand for.
# Copy this file, fill in the copy, and keep it out of version control. Write a value in single quotes.

# Client ID
# Guide: Create the app > Keep the credentials
ACME_CLIENT_ID=''
# Client Secret (secret)
# Guide: Create the app > Keep the credentials
ACME_CLIENT_SECRET=''
"""


def rendered(made: Guide, options: Options | None = None) -> tuple[str, dict[str, object], str]:
    """Give the template, the schema and the environment file of a guide."""
    result = render(made, options or Options())
    assert result.diagnostics == ()
    base = f"config/{made.id}"
    assert list(result.files) == [f"{base}.yaml", f"{base}.schema.json", f"{base}.env"]
    template, schema, env = result.files.values()
    return template, json.loads(schema), env


def test_small_guide_exactly() -> None:
    template, _, env = rendered(small_guide())
    assert template == SMALL
    assert env == SMALL_ENV


@pytest.mark.parametrize(
    "made",
    [
        small_guide(),
        actions_guide(),
        rich_guide(),
        guide(),
        guide(provider=None, auth=None, kind=GuideKind.GUIDE, title="", id="x/y z"),
        *(
            guide(auth=Auth(label=method.value, method=method), kind=GuideKind.ACCOUNT_LINK)
            for method in AuthMethod
        ),
    ],
    ids=lambda made: f"{made.id}-{made.auth.method if made.auth else None}",
)
def test_every_guide_gives_a_template_that_its_schema_accepts(made: Guide) -> None:
    template, schema, _ = rendered(made)
    Draft202012Validator.check_schema(schema)
    values = yaml.safe_load(template)
    assert YAML(typ="safe", pure=True).load(StringIO(template)) == values
    Draft202012Validator(schema).validate(values)
    assert Config.model_validate(values).guide == made.id


def test_schema_is_made_for_the_guide() -> None:
    _, schema, _ = rendered(small_guide())
    validator = Draft202012Validator(schema)
    values = yaml.safe_load(SMALL)
    properties = schema["properties"]
    assert properties["redirect_url"]["const"] == REDIRECT_URL
    assert properties["credentials"]["required"] == ["client_id", "client_secret"]
    assert properties["credentials"]["properties"]["client_secret"]["writeOnly"] is True
    for wrong in (
        values | {"redirect_url": "https://api.example.com/other"},
        values | {"credentials": {"client_id": "x"}},
        values | {"credentials": {"client_id": "", "client_secret": "x"}},
        values | {"unknown": 1},
        {key: value for key, value in values.items() if key != "provider"},
    ):
        assert not validator.is_valid(wrong)


def test_every_property_of_the_schema_is_described() -> None:
    _, schema, _ = rendered(small_guide())
    pending = [schema]
    while pending:
        part = pending.pop()
        assert part["description"]
        pending += part.get("properties", {}).values()


def test_optional_credentials_are_not_required() -> None:
    where = {"position": HERE}
    made = small_guide(
        credentials=[
            Credential(label="API Key", key="api_key", secret=True, **where),
            Credential(label="Domain", key="domain", secret=False, optional=True, hint="acme", **where),
        ]
    )
    template, schema, _ = rendered(made)
    assert schema["properties"]["credentials"]["required"] == ["api_key"]
    assert "  # Domain: acme (optional)\n  # Guide: line 1\n" in template


def test_actions_and_their_scopes_can_be_chosen() -> None:
    template, schema, _ = rendered(actions_guide())
    assert "  # Save a file; needs files.read, files.write\n" in template
    assert yaml.safe_load(template)["scopes"] == ["files.read", "files.write", "users.read"]
    assert schema["properties"]["actions"]["items"]["enum"] == ["list-files", "save-file", "list users"]

    chosen, _, _ = rendered(for_actions(actions_guide(), ("list-files",)))
    values = yaml.safe_load(chosen)
    assert (values["actions"], values["scopes"]) == (["list-files"], ["files.read"])

    none, _, _ = rendered(for_actions(actions_guide(), ()))
    assert yaml.safe_load(none).keys().isdisjoint(("actions", "scopes"))


def test_a_scope_says_where_the_guide_grants_it() -> None:
    template, _, _ = rendered(actions_guide())
    scopes = template.partition("\nscopes:\n")[2]
    assert scopes == (
        "  # Guide: Create the app > Allow reading\n"
        '  - "files.read"\n'
        "  # Guide: Create the app > Allow writing\n"
        '  - "files.write"\n'
        "  # Guide: Invite the directory\n"
        '  - "users.read"\n'
    )
    listed = Action(id="list", label="List", scopes=["a"])
    no_step, _, _ = rendered(guide(actions=[listed]))
    assert no_step.endswith('\nscopes:\n  - "a"\n')
    one_step = guide(section("Grant", step(None, show_scopes=True)), actions=[listed])
    assert rendered(one_step)[0].endswith('\nscopes:\n  # Guide: Grant\n  - "a"\n')


def test_header_speaks_of_an_environment_file_only_where_there_are_credentials() -> None:
    assert "validate FILE --env-file ENV-FILE\n" in rendered(small_guide())[0]
    settings, _, _ = rendered(small_guide(credentials=[]))
    assert "2. Fill in the values below.\n#   3. Check the result: guidec validate FILE\n" in settings
    nothing, _, env = rendered(guide())
    assert "asks for no value" in nothing
    assert "env" not in nothing
    assert "=" not in env


def test_a_place_in_a_snippet_is_named_with_its_file() -> None:
    position = HERE.model_copy(update={"path": "snippets/keys.mdx"})
    key = Credential(label="Key", key="key", secret=True, position=position)
    assert "  # Guide: line 1 of snippets/keys.mdx\n" in rendered(guide(credentials=[key]))[0]


def test_schema_offers_what_the_template_holds() -> None:
    _, schema, _ = rendered(small_guide())
    parts = {
        **schema["properties"]["credentials"]["properties"],
        **schema["properties"]["settings"]["properties"],
    }
    defaults = {name: part.get("default") for name, part in parts.items()}
    assert defaults == {
        "client_id": "${ACME_CLIENT_ID}",
        "client_secret": "${ACME_CLIENT_SECRET}",
        "app_name": "Example",
        "support_contact": None,
    }


def test_settings_with_one_label_keep_apart() -> None:
    settings = [Setting(label="Name", value=value, position=HERE) for value in "ab"]
    settings += [Setting(label="名前", value="c", position=HERE)]
    template, _, _ = rendered(small_guide(settings=settings))
    assert yaml.safe_load(template)["settings"] == {"name": "a", "name_2": "b", "setting": "c"}


def test_a_value_is_asked_for_once() -> None:
    here, there = ({"section": "s", "step": step, "position": HERE} for step in "ab")
    made = small_guide(
        credentials=[Credential(label="Base URL", key="base_url", secret=False, **here)],
        settings=[
            Setting(label="Base URL", **here),
            Setting(label="Base URL", **there),
            Setting(label="Base URL", value="https://acme.example", **here),
        ],
    )
    values = yaml.safe_load(rendered(made)[0])
    assert list(values["credentials"]) == ["base_url"]
    assert values["settings"] == {"base_url": "", "base_url_2": "https://acme.example"}


def test_setting_that_is_the_redirect_url_is_fixed_too() -> None:
    settings = [Setting(label="Callback", value=REDIRECT_URL, position=HERE)]
    _, schema, _ = rendered(small_guide(settings=settings))
    assert schema["properties"]["settings"]["properties"]["callback"]["const"] == REDIRECT_URL


def test_two_redirect_urls_are_a_choice() -> None:
    other = "https://api.eu.example.com/callback"
    urls = [RedirectUrl(url=url, position=HERE) for url in (REDIRECT_URL, other)]
    template, schema, _ = rendered(small_guide(redirect_urls=urls))
    assert schema["properties"]["redirect_url"]["enum"] == [REDIRECT_URL, other]
    assert f"# or {other} (guide: line 1)\n" in template


LOCAL, EXAMPLE = "http://localhost:3000/cb", "https://your-domain.com/cb"


@pytest.mark.parametrize(
    ("urls", "first", "allowed"),
    [
        ([LOCAL, EXAMPLE], EXAMPLE, None),
        ([LOCAL], LOCAL, None),
        ([LOCAL, EXAMPLE, REDIRECT_URL], REDIRECT_URL, [REDIRECT_URL, LOCAL]),
    ],
)
def test_a_url_that_is_meant_as_written_goes_before_examples(
    urls: list[str], first: str, allowed: list[str] | None
) -> None:
    entries = [RedirectUrl(url=url, position=HERE) for url in urls]
    text, schema, _ = rendered(small_guide(redirect_urls=entries))
    redirect_url = schema["properties"]["redirect_url"]

    assert yaml.safe_load(text)["redirect_url"] == first
    assert redirect_url.get("enum") == allowed
    assert (redirect_url.get("pattern") is None) == bool(allowed)
    Draft202012Validator(schema).validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    ("provider", "guide_id", "variable"),
    [
        (Provider(name="Acme One", key="acme-one"), "x", "ACME_ONE_CLIENT_ID"),
        (Provider(name="15Five", key="15five"), "x", "_15FIVE_CLIENT_ID"),
        (None, "hris/acme v2", "ACME_V2_CLIENT_ID"),
        (None, "名前", "GUIDE_CLIENT_ID"),
    ],
)
def test_variables_are_named_after_the_provider(
    provider: Provider | None, guide_id: str, variable: str
) -> None:
    template, _, env = rendered(small_guide(provider=provider, id=guide_id))
    assert yaml.safe_load(template)["credentials"]["client_id"] == f"${{{variable}}}"
    assert f"\n{variable}=''\n" in env


def test_a_variable_does_not_say_the_provider_twice() -> None:
    credentials = [
        Credential(label=label, key=key, secret=True, position=HERE)
        for label, key in [
            ("AUTH_ACME_SECRET", "auth_acme_secret"),
            ("Acme token", "acme_token"),
            ("Token", "token"),
            ("Acme", "acme"),
            ("Acmes token", "acmes_token"),
        ]
    ]
    template, _, _ = rendered(
        small_guide(provider=Provider(name="Acme", key="acme"), credentials=credentials)
    )
    assert list(yaml.safe_load(template)["credentials"].values()) == [
        "${AUTH_ACME_SECRET}",
        "${ACME_TOKEN}",
        "${ACME_TOKEN_2}",
        "${ACME_ACME}",
        "${ACME_ACMES_TOKEN}",
    ]


def hostile_guide(one: str, two: str) -> Guide:
    """Make a guide in which two strings stand wherever a guide holds text."""
    where = {"section": "s", "step": "t", "position": HERE}
    return guide(
        section(one, step(two, id="t", scopes=[one]), id="s"),
        title=one,
        provider=Provider(name=two, key="acme"),
        auth=Auth(label=one, method=AuthMethod.BASIC),
        redirect_urls=[RedirectUrl(url=one, label=two, **where), RedirectUrl(url=two, **where)],
        credentials=[Credential(label=one, hint=two, key="no", secret=True, position=HERE)],
        settings=[Setting(label=one, value=two, **where), Setting(label=two, hint=one, **where)],
        actions=[Action(id=one or "a", label=two, scopes=[two])],
    )


@given(text, text)
def test_any_text_loads_to_itself_and_nothing_breaks_out(one: str, two: str) -> None:
    template, schema, env = rendered(hostile_guide(one, two))
    for values in (yaml.safe_load(template), YAML(typ="safe", pure=True).load(StringIO(template))):
        assert values["provider"] == {"name": two, "key": "acme"}
        assert values["auth"]["label"] == one
        assert values["redirect_url"] == one
        assert list(values["settings"].values()) == [two, ""]
        assert values["actions"] == [one or "a"]
        assert set(values["scopes"]) == {one, two}
        assert values["credentials"] == {"no": "${ACME_NO}"}
    assert schema["properties"]["redirect_url"]["enum"] == [one, two]
    assert all(re.fullmatch(r"#.*|ACME_NO=''|", line) for line in env.splitlines())


def test_env_file_can_be_sourced(tmp_path: Path) -> None:
    for number, value in enumerate(HOSTILE):
        _, _, env = rendered(hostile_guide(value, f"'{value}\n"))
        path = tmp_path / f"{number}.env"
        path.write_text(env, encoding="utf-8", newline="")
    script = (
        'for file in "$1"/*.env; do . "$file" || exit 1; done; ls "$1" | wc -l; printf %s "$ACME_NO"; set'
    )
    for shell in ("sh", "bash"):
        done = subprocess.run(
            [shell, "-c", script, shell, tmp_path], capture_output=True, check=True, cwd=tmp_path
        )
        assert done.stderr == b""
        assert done.stdout.split(b"\n", 1)[0].strip() == str(len(HOSTILE)).encode()


def test_long_labels_make_keys_that_yaml_allows() -> None:
    long = "very long label " * 200
    credential = Credential(label=long, key="k" * 3000, secret=False, position=HERE)
    settings = [Setting(label=long, value="x", position=HERE)] * 2
    template, _, _ = rendered(small_guide(credentials=[credential], settings=settings))
    assert len(yaml.safe_load(template)["settings"]) == 2


def test_templates_in_a_guide_stay_text() -> None:
    made = hostile_guide("{{ 7 * 7 }}", "{% include 'config.yaml.j2' %}")
    template, _, _ = rendered(made)
    assert yaml.safe_load(template)["auth"]["label"] == "{{ 7 * 7 }}"
