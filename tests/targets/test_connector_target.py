from __future__ import annotations

import re
from io import StringIO
from typing import Any

import pytest
import yaml
from hostile import text
from hypothesis import given
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

import guidec
from guidec.guide.models import (
    AccordionBlock,
    Auth,
    AuthMethod,
    Block,
    CodeBlock,
    ComponentBlock,
    Credential,
    Guide,
    GuideKind,
    HeadingBlock,
    ImageBlock,
    Link,
    QuoteBlock,
    RedirectUrl,
    Section,
    StepsBlock,
    TabItem,
    TabsBlock,
)
from guidec.targets.connector import render
from guidec.targets.connector_guide import first_sentence
from guidec.targets.form_section import form_section
from guidec.targets.schemas import json_schema
from guidec.targets.target import Options
from guides import (
    HERE,
    admonition,
    guide,
    item,
    ol,
    p,
    rich_guide,
    section,
    small_guide,
    step,
    ul,
)

SCHEMA = Draft202012Validator(json_schema("connector"))
CLIENT_ID = Credential(label="Client ID", key="client_id", secret=False, position=HERE)
CLIENT_SECRET = Credential(label="Client Secret", key="client_secret", secret=True, position=HERE)
DASHBOARD = Link(url="https://app.stackone.com/connector_profiles", text="", section="profile", position=HERE)

SMALL = """\
# Acme OAuth 2.0 connector profile
# From the guide acme/oauth.mdx; a change belongs there.
authentication:
  - oauth2:
      type: oauth2
      label: "OAuth 2.0"
      support:
        link: "https://docs.acme.example/acme/oauth"
        description: "You need to be an owner of your Acme workspace."
        guides:
          setup:
            warning: "You need to be an owner of your Acme workspace."
            sections:
              - title: "Create the app"
                content: "An app gives you a client ID and a client secret."
                steps:
                  - title: "Open the console"
                    content: "Sign in to the [Acme console](https://console.acme.example/) as an owner."
                  - title: "Fill in the form"
                    content: "Click **New app** and fill in the fields:"
                    list:
                      - "App name: `Example`"
                      - "Support contact: Your support address"
                      - "Redirect URL: `https://api.stackone.com/connect/oauth2/acme/callback`"
                      - "Note: Acme may take a minute to show the app."
                  - title: "Keep the credentials"
                    content: "Acme now shows two values."
                    list:
                      - "Copy the **Client ID**."
                      - "Copy the **Client Secret** and store it safely."
      setupFields:
        - key: clientId
          label: "Client ID"
          type: text
          required: true
          secret: false
        - key: clientSecret
          label: "Client Secret"
          type: password
          required: true
          secret: true
      authorization:
        type: oauth2
        authorizationParams:
          response_type: code
          client_id: "$.credentials.clientId"
          redirect_uri: "${apiHostUri}/connect/oauth2/acme/callback"
      environments:
        - key: production
          name: Production
"""


def profile(title: str = "Creating the StackOne Connector Profile", **fields: Any) -> Section:
    """Make the section that happens at StackOne."""
    return section(
        title,
        step("Navigate to Connector Profiles", p("Login and open [Connector Profiles](x)"), id="p1"),
        step(
            "Create",
            ul(item("Fill out the fields:", ul("**Client ID**", "**Client Secret**"))),
            id="p2",
        ),
        **{"id": "profile", **fields},
    )


def rendered(made: Guide, options: Options | None = None) -> dict[str, Any]:
    """Give the one entry of a guide's authentication block, loaded by two loaders and valid."""
    result = render(made, options or Options())
    assert result.diagnostics == ()
    ((path, written),) = result.files.items()
    assert path == f"connector/{made.id}.yaml"
    values = yaml.safe_load(written)
    assert YAML(typ="safe", pure=True).load(StringIO(written)) == values
    SCHEMA.validate(values)
    [entry] = values["authentication"]
    [(kind, block)] = entry.items()
    assert block["type"] == kind
    return dict(block)


def test_small_guide_exactly() -> None:
    made = small_guide(links=[DASHBOARD])
    text = made.model_dump_json().replace("api.example.com", "api.stackone.com")
    made = Guide.model_validate_json(text)
    made = made.model_copy(update={"sections": [made.sections[0], profile()]})
    result = render(made, Options(base_url="https://docs.acme.example"))
    assert result.files == {"connector/acme/oauth.yaml": SMALL}


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        (AuthMethod.OAUTH2, "oauth2"),
        (AuthMethod.OAUTH2_CLIENT_CREDENTIALS, "oauth2"),
        (AuthMethod.API_KEY, "custom"),
        (AuthMethod.BASIC, "custom"),
        (AuthMethod.TOKEN, "custom"),
        (AuthMethod.CUSTOM, "custom"),
    ],
)
def test_every_method_has_its_type(method: AuthMethod, kind: str) -> None:
    block = rendered(small_guide(auth=Auth(label="As written", method=method), redirect_urls=[]))
    assert (block["type"], block["label"]) == (kind, "As written")


def test_client_credentials_name_their_grant_and_no_code() -> None:
    auth = Auth(label="Client Credentials", method=AuthMethod.OAUTH2_CLIENT_CREDENTIALS)
    block = rendered(small_guide(auth=auth, redirect_urls=[]))
    assert block["grantType"] == "client_credentials"
    assert "authorization" not in block


def test_basic_names_user_and_password() -> None:
    credentials = [
        Credential(label="Username", key="username", secret=False, position=HERE),
        Credential(label="API Password", key="api_password", secret=True, position=HERE),
    ]
    auth = Auth(label="Basic", method=AuthMethod.BASIC)
    block = rendered(guide(auth=auth, credentials=credentials))
    assert block["authorization"] == {
        "type": "basic",
        "username": "$.credentials.username",
        "password": "$.credentials.apiPassword",
    }


def test_account_link_guides_feed_the_user() -> None:
    block = rendered(small_guide(kind=GuideKind.ACCOUNT_LINK))
    assert list(block["support"]["guides"]) == ["config"]
    assert [field["key"] for field in block["configFields"]] == ["clientId", "clientSecret"]
    assert "setupFields" not in block


def test_guide_that_names_nothing_still_gives_its_text() -> None:
    block = rendered(guide(section("S", step("T", p("Text."))), auth=None, provider=None))
    assert block["type"] == "custom"
    assert "label" not in block
    assert block["support"] == {
        "guides": {"setup": {"sections": [{"title": "S", "steps": [{"title": "T", "content": "Text."}]}]}}
    }


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://api.stackone.com/connect/oauth2/a/callback", "${apiHostUri}/connect/oauth2/a/callback"),
        ("https://api.eu1.stackone.com/x", "${apiHostUri}/x"),
        ("https://api.stackone.com.evil.example/x", "https://api.stackone.com.evil.example/x"),
        ("https://example.com/api.stackone.com/x", "https://example.com/api.stackone.com/x"),
        ("https://[bad/x", "https://[bad/x"),
    ],
)
def test_redirect_uri_of_stackones_own_host(url: str, expected: str) -> None:
    block = rendered(small_guide(redirect_urls=[RedirectUrl(url=url, position=HERE)]))
    assert block["authorization"]["authorizationParams"]["redirect_uri"] == expected


def sections_of(made: Guide) -> list[dict[str, Any]]:
    """Give the embedded sections of a guide."""
    (embedded,) = rendered(made)["support"]["guides"].values()
    return list(embedded["sections"])


def test_lists_are_flattened_and_prose_is_kept() -> None:
    nested = ol("First", item("Second", ul("Deeper", item("Deepest", CodeBlock(value="x", lang="sh")))))
    inner = StepsBlock(steps=[step("Inner", p("Do."), ul("It"))])
    made = guide(section("S", step("T", p("Before."), nested, p("After."), inner)))
    assert sections_of(made) == [
        {
            "title": "S",
            "steps": [
                {
                    "title": "T",
                    "content": "Before.\n\nAfter.",
                    "list": [
                        "First",
                        "Second",
                        "Deeper",
                        "Deepest\n\n```sh\nx\n```",
                        "**Inner**\n\nDo.",
                        "It",
                    ],
                }
            ],
        }
    ]


def accordion(*content: Block) -> AccordionBlock:
    return AccordionBlock(title="A", content=list(content))


def tabs(*contents: list[Block]) -> TabsBlock:
    return TabsBlock(tabs=[TabItem(title=f"T{n}", content=content) for n, content in enumerate(contents)])


@pytest.mark.parametrize(
    ("blocks", "content", "items"),
    [
        ([accordion(p("x"), ul("a", item("b", ul("c"))))], "**A**\n\nx", ["a", "b", "c"]),
        ([tabs([ul("a")], [ul("b"), ol("c")])], "**T0**\n\n- a\n\n**T1**", ["b", "c"]),
        ([p("x"), QuoteBlock(content=[p("q"), ul("a")])], "x\n\n> q", ["a"]),
        ([QuoteBlock(content=[ul("a")])], None, ["a"]),
        ([QuoteBlock(content=[accordion(ul("a"))])], "> **A**", ["a"]),
        ([accordion(ul("a"), p("x"))], "**A**\n\n- a\n\nx", None),
        ([accordion(ul("a")), p("x")], "**A**\n\n- a\n\nx", None),
        ([accordion(ul("a")), ul("b")], "**A**\n\n- a", ["b"]),
        ([admonition("tip", ul("a"))], "> **Tip**\n>\n> - a", None),
    ],
)
def test_lists_that_a_step_ends_with_are_its_list(
    blocks: list[Block], content: str | None, items: list[str] | None
) -> None:
    [found] = sections_of(guide(section("S", step("T", *blocks))))[0]["steps"]
    assert (found.get("content"), found.get("list")) == (content, items)


def test_sections_are_flat_and_all_have_titles() -> None:
    below = section("Below", step("B", p("b")), level=3)
    untitled = section(None, step(None, p("Click **Save**. Then wait."), id="u"), id="more", level=3)
    parent = section("Above", step("A", p("a")), outro=[p("Done.")], sections=[below, untitled])
    empty = section("Only a heading", sections=[section("Child", step("C", p("c")))])
    made = guide(parent, empty, intro=[p("Hello."), admonition("danger", p("Hot."), title="Mind")])
    assert [(s["title"], s.get("content")) for s in sections_of(made)] == [
        ("Acme OAuth 2.0 connector profile", "Hello."),
        ("Above", None),
        ("Above", "Done."),
        ("Below", None),
        ("Above", None),
        ("Only a heading", None),
        ("Child", None),
    ]
    assert sections_of(made)[4]["steps"] == [{"title": "Click Save", "content": "Click **Save**. Then wait."}]
    assert rendered(made)["support"]["guides"]["setup"]["warning"] == "**Mind**\n\nHot."


def test_scopes_are_kept() -> None:
    made = guide(section("S", step("T", p("x"), scopes=["a", "b"]), scopes=["c"]))
    [found] = sections_of(made)
    assert (found["scopes"], found["steps"][0]["scopes"]) == (["c"], ["a", "b"])


def test_every_block_has_a_form() -> None:
    [top, register, *_] = sections_of(rich_guide())
    content = register["steps"][0]["content"]
    assert top["content"].startswith("Before all else")
    for piece in (
        "#### A heading",
        "The form with its five fields",
        "| Name | `Example` |",
        "> Quoted",
        "***",
        "> **Handy**",
    ):
        assert piece in content
    assert "props.name" not in content


@pytest.mark.parametrize(
    "made",
    [
        profile(),
        profile("Add Acme to StackOne"),
        profile("Last part", intro=[p("Create a connector profile.")]),
        section("Finish", sections=[profile("Inside", level=3)]),
    ],
    ids=["usual", "other title", "no title", "inside another"],
)
def test_profile_section_is_known_by_what_happens_in_it(made: Section) -> None:
    app = section("Create an app for StackOne", step("Copy", ul("**Client ID**", "**Client Secret**")))
    whole = guide(app, made, credentials=[CLIENT_ID, CLIENT_SECRET], links=[DASHBOARD])
    found = form_section(whole)
    assert found is not None
    assert found.id == "profile"
    assert [s["title"] for s in sections_of(whole)] == ["Create an app for StackOne"]


def test_profile_section_of_parts_is_left_out_whole() -> None:
    parts = [
        section("Go to connector profiles", step("Log in", p("Go.")), id="a", level=3),
        section("Fill in", step("Fill", ul("Client ID", "Client Secret")), id="b", level=3),
    ]
    made = guide(
        section("App", step("Make", p("Make it."))),
        section("Set up StackOne", sections=parts),
        credentials=[CLIENT_ID, CLIENT_SECRET],
    )
    assert [s["title"] for s in sections_of(made)] == ["App"]


def test_section_that_only_mentions_stackone_stays() -> None:
    made = guide(
        section(
            "Create an app for StackOne",
            step("Create", p("You need it for the connector profile later.")),
        ),
        credentials=[CLIENT_ID],
    )
    assert form_section(made) is None
    assert len(sections_of(made)) == 1


def test_fields_are_those_of_the_form_section() -> None:
    copied = Credential(label="Tenant ID", key="tenant_id", secret=False, position=HERE)
    domain = Credential(label="Domain", key="domain", secret=False, optional=True, position=HERE)
    listed = profile().model_copy(
        update={
            "steps": [
                step("Go", p("Open connector profiles.")),
                step("Fill", ul("(Optional) Domain: yours", "Client Secret")),
            ]
        }
    )
    made = guide(section("App", step("A", p("x"))), listed, credentials=[copied, CLIENT_SECRET, domain])
    fields = [(field["key"], field["required"]) for field in rendered(made)["setupFields"]]
    assert fields == [("domain", False), ("clientSecret", True)]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Click Save. Then wait.", "Click Save"),
        ("Open v2.0 of the app", "Open v2.0 of the app"),
        ("Ready?", "Ready?"),
        ("Type a name (e.g. Acme) first. Then save.", "Type a name (e.g. Acme) first"),
        ("Choose plan B. Then save.", "Choose plan B"),
        ("Choose one: a or b", "Choose one"),
        ("", ""),
        ("x" * 200, "x" * 119 + "…"),
    ],
)
def test_first_sentence(body: str, title: str) -> None:
    assert first_sentence(body) == title


def test_a_step_without_title_is_named_by_its_first_line_of_prose() -> None:
    code = CodeBlock(value="const a = 1", lang="js")
    named = step(None, code, p("Copy the **ID**. Keep it."))
    [one, two] = steps_of(guide(section("App", named, step(None, ul("Press it"))), id="acme"), Options())
    assert (one["title"], two["title"]) == ("Copy the ID", "Press it")


def test_a_redirect_url_to_register_means_oauth2() -> None:
    url = RedirectUrl(url="https://api.stackone.com/connect/oauth2/acme/callback", position=HERE)
    [text] = render(guide(auth=None, redirect_urls=[url]), Options()).files.values()
    [entry] = yaml.safe_load(text)["authentication"]
    params = entry["oauth2"]["authorization"]["authorizationParams"]
    assert params["redirect_uri"] == "${apiHostUri}/connect/oauth2/acme/callback"


def test_what_is_relative_to_the_site_is_absolute_or_plain_text() -> None:
    image = ImageBlock(url="/images/form.png", alt="The form")
    nameless = ImageBlock(url="/images/form.png", alt="")
    near = "See [the page](../plans), [the web](https://a.example/{id}) and [below](#below)."
    made = guide(section("App", step("A", p(near), nameless, image, ul("[Open](/console)"))), id="crm/acme")
    [content] = [s["content"] for s in steps_of(made, Options())]
    assert content == "See the page, [the web](https://a.example/{id}) and below.\n\nThe form"
    [there] = steps_of(made, Options(base_url="https://docs.acme.example"))
    assert there["content"] == (
        "See [the page](https://docs.acme.example/plans), [the web](https://a.example/{id}) and "
        "[below](https://docs.acme.example/crm/acme#below).\n\n"
        "![](https://docs.acme.example/images/form.png)\n\n"
        "![The form](https://docs.acme.example/images/form.png)"
    )
    assert there["list"] == ["[Open](https://docs.acme.example/console)"]


def test_a_component_keeps_what_its_attributes_say() -> None:
    card = ComponentBlock(
        name="Card", attributes={"title": "Plans *", "href": "/plans"}, content=[p("Read on.")]
    )
    field = ComponentBlock(name="Field", attributes={"name": "id", "description": "A number."})
    made = guide(section("App", step("A", card, field, ComponentBlock(name="Icon"))), id="acme")
    [content] = [s["content"] for s in steps_of(made, Options())]
    assert content == "**Plans \\***\n\nRead on.\n\n**id**\n\nA number."
    [there] = steps_of(made, Options(base_url="https://docs.acme.example"))
    assert there["content"].startswith("[**Plans \\***](https://docs.acme.example/plans)\n\nRead on.")


def test_an_image_that_leads_nowhere_and_says_nothing_leaves_nothing_behind() -> None:
    nameless = ImageBlock(url="/images/form.png", alt="")
    made = guide(section("App", step("A", ul("b")), outro=[nameless]), id="crm/acme")
    [text] = render(made, Options()).files.values()
    assert text.count('- title: "App"') == 1


def test_a_code_span_that_only_a_whole_line_has_hides_no_link() -> None:
    heading = HeadingBlock(depth=4, text="", markdown="`a\\\n[b](data:x)`")
    made = guide(section("App", step("A", heading)), id="crm/acme")
    [text] = render(made, Options()).files.values()
    assert "](data:x)" not in text


def steps_of(made: Guide, options: Options) -> list[dict[str, Any]]:
    """Give the steps of the embedded guide."""
    [text] = render(made, options).files.values()
    [entry] = yaml.safe_load(text)["authentication"]
    [block] = entry.values()
    [embedded] = block["support"]["guides"].values()
    return [one for part in embedded["sections"] for one in part.get("steps", [])]


@given(text, text)
def test_any_text_loads_to_itself(one: str, two: str) -> None:
    made = guide(
        section(one, step(two, p(one, one), ul(item(two), two), scopes=[one]), intro=[p(two, two)], id="s"),
        title=two,
        auth=Auth(label=one, method=AuthMethod.OAUTH2),
        intro=[admonition("warning", p(one, one))],
        credentials=[Credential(label=one, key="no", secret=True, position=HERE)],
    )
    block = rendered(made)
    embedded = block["support"]["guides"]["setup"]
    [found] = embedded["sections"]
    assert block["label"] == one
    assert embedded.get("warning", "") == one
    assert found["title"] == (one or two or made.id)
    assert found.get("content", "") == two
    assert found["steps"][0]["list"] == [two, two]
    assert block["setupFields"][0]["label"] == one


def test_every_field_of_the_profile_is_asked_for_whatever_stands_in_brackets() -> None:
    fields = "\n".join(
        f"   - **{label}**" for label in ("Client Secret", "Application (client) ID", "Private Key (PEM)")
    )
    page = (
        "# Acme OAuth 2.0 connector profile – StackOne setup guide\n\n## Creating the StackOne Connector Profile\n\n"
        f"1. Fill out the fields using details retrieved from your provider:\n{fields}\n"
    )
    rendered = guidec.render(guidec.compile(page), "connector")
    assert re.findall(r"- key: (\w+)", rendered)[:3] == [
        "clientSecret",
        "applicationClientId",
        "privateKeyPem",
    ]
