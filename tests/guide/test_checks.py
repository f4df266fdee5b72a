"""Each check finds what it is there for, at the right place, and leaves good guides alone."""

from __future__ import annotations

import html
import json

import pytest

import guidec
from compiling import rules_of
from guidec.diagnostics.rules import actions as action_rules
from guidec.diagnostics.rules import guide as guide_rules
from guidec.diagnostics.rules import links as link_rules
from guidec.diagnostics.rules import redirect_urls as url_rules

COVER = "---\ntitle: ClickUp OAuth 2.0 connector profile – StackOne setup guide\n---\n\n"
GOOD = (
    COVER
    + "## Register the app\n\nEnter the redirect URL `https://api.stackone.com/connect/oauth2/clickup/callback`.\n"
)


def found(text: str, rule: str) -> list[str]:
    """The stretches of `text` that `rule` is reported at."""
    return [text[d.start.offset : d.end.offset] for d in guidec.check(text) if d.rule.id == rule]


def redirect(url: str) -> str:
    return COVER + f"## Register the app\n\nEnter the redirect URL `{url}`.\n"


def test_should_find_nothing_in_a_good_guide() -> None:
    assert guidec.check(GOOD) == []


@pytest.mark.parametrize(
    ("rule", "text", "places"),
    [
        (guide_rules.MISSING_TITLE, "## Register\n\nGo.\n", [""]),
        (guide_rules.EMPTY_GUIDE, "\n \n", [""]),
        (guide_rules.EMPTY_STEP, COVER + "<Steps>\n<Step></Step>\n</Steps>\n", ["<Step></Step>"]),
        (
            guide_rules.EMPTY_STEP,
            COVER
            + "<Steps>\n<Step title='A' />\n<Step title='B'>![B](https://acme.example/b.png)</Step>\n</Steps>\n",
            ["<Step title='A' />"],
        ),
        (guide_rules.EMPTY_STEP, COVER + "<Steps>\n### A\n\n### B\n\nText.\n</Steps>\n", ["### A"]),
        (
            guide_rules.NO_STEPS,
            "# A\n\nDo this:\n\n1. One\n2. Two\n\nText.\n\n## B\n\nText.\n",
            ["1. One\n2. Two"],
        ),
        (guide_rules.NO_STEPS, "# A\n\nDo this:\n\n1. One\n2. Two\n\nText.\n", []),
        (guide_rules.NO_STEPS, "# A\n\n- One\n- Two\n", []),
        (guide_rules.NO_STEPS, "# A\n\n1. [B](#b)\n2. [C](#c)\n\n## B\n\nText.\n\n## C\n\nText.\n", []),
        (guide_rules.NO_STEPS, "# A\n\n1. One\n2. Two\n\n## B\n\n1. One\n", []),
        (guide_rules.EMPTY_SECTION, COVER + "## One\n\n## Two\n\nText.\n", ["## One"]),
        (guide_rules.SKIPPED_HEADING_LEVEL, COVER + "## One\n\n#### Two\n\nText.\n", ["#### Two\n\nText."]),
        (guide_rules.SKIPPED_HEADING_LEVEL, "# A\n\n### B\n\nb\n\n### C\n\nc\n", ["### B\n\nb"]),
        (
            guide_rules.SKIPPED_HEADING_LEVEL,
            COVER + "## One\n\n### Two\n\n##### Three\n\n###### Four\n\n#### Five\n\nText.\n",
            ["##### Three"],
        ),
        (
            guide_rules.SKIPPED_HEADING_LEVEL,
            COVER + "## One\n\n1. **Go**\n\n   ##### Two\n\n## Three\n\n### Four\n\n#### Five\n\nText.\n",
            [],
        ),
        (guide_rules.DUPLICATE_ID, COVER + '<Card id="a" />\n\n<Card id="a" />\n', ['id="a"']),
        (guide_rules.DUPLICATE_ID, COVER + '<p id="a">One</p>\n\n<span id="a">Two</span>\n', ['id="a"']),
        (guide_rules.UNKNOWN_COMPONENT, COVER + "<Warnin>Mind.</Warnin>\n", ["<Warnin>Mind.</Warnin>"]),
        (guide_rules.IMAGE_ALT, COVER + "![](/a.png)\n", ["![](/a.png)"]),
        (guide_rules.MISSING_REDIRECT_URL, COVER + "## One\n\nText.\n", [None]),
        (
            guide_rules.CREDENTIAL_WITHOUT_STEP,
            COVER + "Copy the **Client ID**.\n\nFill in the form:\n\n- **Client ID**\n- **Client Secret**\n",
            ["Client Secret"],
        ),
        (guide_rules.REAL_SECRET, COVER + "Use `AKIAQ7NLP5TRE2WXYZVB`.\n", ["AKIAQ7NLP5TRE2WXYZVB"]),
        (guide_rules.CONTROL_CHARACTER, COVER + "One \x07 two.\n", ["\x07"]),
        (guide_rules.INVISIBLE_CHARACTER, COVER + "One\u202etwo.\n", ["\u202e"]),
        (
            url_rules.LINK_TEXT_IS_OTHER_URL,
            COVER + "[https://a.example/x](https://b.example/x)\n",
            ["[https://a.example/x](https://b.example/x)"],
        ),
    ],
    ids=lambda value: value.id if isinstance(value, guidec.Rule) else "",
)
def test_should_find(rule: guidec.Rule, text: str, places: list[str | None]) -> None:
    spans = found(text, rule.id)
    assert len(spans) == len(places)
    assert all(place is None or span == place for span, place in zip(spans, places, strict=True))


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://app.example.com/oauth/callback", url_rules.REDIRECT_URL_SCHEME),
        ("https://app.example.com/oauth/callback#done", url_rules.REDIRECT_URL_FRAGMENT),
        ("https://*.example.com/oauth/callback", url_rules.REDIRECT_URL_WILDCARD),
        ("https://app.example.com/oauth/callback/*", url_rules.REDIRECT_URL_WILDCARD),
        ("https://app.example.com/**", url_rules.REDIRECT_URL_WILDCARD),
        ("https://admin:pw@example.com/oauth/callback", url_rules.REDIRECT_URL_USERINFO),
        ("https://203.0.113.7/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://xn--pple-43d.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://аpple.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("http://localhost:3000/oauth/callback", url_rules.REDIRECT_URL_LOCALHOST),
        ("https://app.example.com:99999/oauth/callback", url_rules.REDIRECT_URL_PORT),
        ("https://app.example.com/a/../oauth/callback", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/a%2foauth/callback", url_rules.REDIRECT_URL_PATH),
        ("https://<your-domain>/oauth/callback", url_rules.REDIRECT_URL_PLACEHOLDER),
        ("https://app.example.com/oauth/callback?state=x", url_rules.REDIRECT_URL_QUERY),
        ("https://api.stackone.com/connect/oauth2/smartsheet/callback", url_rules.REDIRECT_URL_PROVIDER),
        ("https://staging.example.com/oauth/callback", url_rules.REDIRECT_URL_ENVIRONMENT),
        ("https://app.internal/oauth/callback", url_rules.REDIRECT_URL_ENVIRONMENT),
        ("http://127.example.com/oauth/callback", url_rules.REDIRECT_URL_SCHEME),
        ("https://[2001:db8::1]/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://2130706433/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://app_1.example.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://-app.example.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://" + "a" * 64 + ".example.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://" + "a." * 127 + "com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://app.example.com%40evil.example/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https:app.example.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://app.example.com/oauth/%252e%252e/callback", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/oauth/callback%20", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/oauth/%zz/callback", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/oauth/call back", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com]/oauth/callback", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/oauth/callback|x", url_rules.REDIRECT_URL_PATH),
        ("https://intranet/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://app.example.com./oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https:/app.example.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("//app.example.com/oauth/callback", url_rules.REDIRECT_URL_HOST),
        ("https://app.example.com:/oauth/callback", url_rules.REDIRECT_URL_PORT),
        ("https://app.example.com\\oauth\\callback", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/%2e%2e/oauth/callback", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/oauth/callback%0d%0a", url_rules.REDIRECT_URL_PATH),
        ("https://app.example.com/oauth/c\u0430llback", url_rules.REDIRECT_URL_CHARACTER),
        ("https://app.example.com/oa\u200buth/callback", url_rules.REDIRECT_URL_CHARACTER),
        ('https://app.example.com/oauth/callback?x="y', url_rules.REDIRECT_URL_CHARACTER),
        ("https://api.stackone.com/connect/oauth2/clickupp/callback", url_rules.REDIRECT_URL_PROVIDER),
        ("https://api.stackone.com/connect/oauth2/clikup/callback", url_rules.REDIRECT_URL_PROVIDER),
        ("https://app.smartsheet.com/oauth/callback", url_rules.REDIRECT_URL_PROVIDER),
        ("https://api.stackone.com.example.com/oauth/callback", url_rules.REDIRECT_URL_PROVIDER),
        ("myapp://oauth/callback", url_rules.REDIRECT_URL_PRIVATE_SCHEME),
        ("urn:ietf:wg:oauth:2.0:oob", url_rules.REDIRECT_URL_PRIVATE_SCHEME),
        ("javascript:alert(1)", url_rules.REDIRECT_URL_SCHEME),
    ],
)
def test_should_find_what_is_wrong_with_a_redirect_url(url: str, rule: guidec.Rule) -> None:
    assert found(redirect(url), rule.id) == [url]


@pytest.mark.parametrize("name", ["clickup", "click-up", "clickup-eu", "clickup_iam", "clickup2", "click"])
def test_should_leave_names_of_the_provider_alone(name: str) -> None:
    url = f"https://api.stackone.com/connect/oauth2/{name}/callback"
    assert found(redirect(url), url_rules.REDIRECT_URL_PROVIDER.id) == []


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Enter the **Client Secret**.", True),
        ("Enter the **Client Secret** from your Acme app.", False),
    ],
)
def test_should_take_whose_a_credential_is_for_where_it_comes_from(text: str, untold: bool) -> None:
    assert bool(found(f"# Acme\n\n## S\n\n{text}\n", guide_rules.CREDENTIAL_WITHOUT_STEP.id)) == untold


@pytest.mark.parametrize("part", ["oauth", "social", "v1", "openid", "sso", "external"])
def test_should_take_no_word_of_oauth_in_a_redirect_url_for_a_provider(part: str) -> None:
    text = f"# Connect Acme to Relay\n\nSet the redirect URL to `https://relay.example/auth/{part}/callback/acme`.\n"
    assert found(text, url_rules.REDIRECT_URL_PROVIDER.id) == []


def test_should_suggest_what_a_confusing_redirect_url_reads_as() -> None:
    [wrong] = [
        d
        for d in guidec.check(redirect("https://app.example.com/oauth/c\u0430llb\u200back"))
        if d.rule is url_rules.REDIRECT_URL_CHARACTER
    ]
    assert wrong.suggestion == "https://app.example.com/oauth/callback"


@pytest.mark.parametrize(
    "written",
    [
        "<code>{url}.</code>",
        "[{url}.]({url}.)",
        "`'{url}'`",
        "` {url} `",
        "`{url}\u200b`",
    ],
)
def test_should_find_padding_however_a_redirect_url_is_set(written: str) -> None:
    url = "https://app.example.com/oauth/callback"
    text = COVER + "## App\n\nEnter the redirect URL " + written.format(url=url) + "\n"
    assert len(found(text, url_rules.REDIRECT_URL_PADDING.id)) == 1
    assert [entry.url for entry in guidec.compile(text).redirect_urls] == [url]


@pytest.mark.parametrize(
    "written", ["https://app.example .com/oauth/callback", "https://app.example.com/oauth/ callback"]
)
def test_should_find_a_space_in_a_redirect_url(written: str) -> None:
    assert len(found(redirect(written), url_rules.REDIRECT_URL_PATH.id)) == 1


WRITTEN_AS_TEXT = [
    "Enter the redirect URL {} there.",
    "Enter the redirect URL “{}”.",
    "- **Redirect URI**: {}\n- Name: Acme",
    "Add these callback URLs:\n\n- {}\n",
    "| Field | Value |\n| - | - |\n| Redirect URL | {} |",
    "| Field | Value |\n| - | - |\n| Redirect URL | `{}` |",
    "| Callback URL |\n| - |\n| {} |",
    "Enter the redirect URL [{}]({}).",
]


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("ftp://app.example.com/callback", url_rules.REDIRECT_URL_SCHEME),
        ("javascript:alert", url_rules.REDIRECT_URL_SCHEME),
        ("myapp://callback", url_rules.REDIRECT_URL_PRIVATE_SCHEME),
        ("com.example.app:/oauth", url_rules.REDIRECT_URL_PRIVATE_SCHEME),
        ("urn:ietf:wg:oauth:2.0:oob", url_rules.REDIRECT_URL_PRIVATE_SCHEME),
        ("https:/app.example.com/callback", url_rules.REDIRECT_URL_HOST),
        ("https:app.example.com/callback", url_rules.REDIRECT_URL_HOST),
        ("//app.example.com/callback", url_rules.REDIRECT_URL_HOST),
    ],
)
@pytest.mark.parametrize("written", WRITTEN_AS_TEXT)
def test_should_find_what_is_wrong_with_a_redirect_url_in_text(
    written: str, url: str, rule: guidec.Rule
) -> None:
    text = COVER + f"## App\n\n{written.replace('{}', url)}\n"
    [place] = found(text, rule.id)
    assert place.strip("`") == url
    assert found(text, guide_rules.MISSING_REDIRECT_URL.id) == []


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('Enter the redirect URL "{}".', url_rules.REDIRECT_URL_PADDING),
        ("Enter the redirect URL “{}” there.", url_rules.REDIRECT_URL_PADDING),
        ("Enter the redirect URL {}.;", url_rules.REDIRECT_URL_PADDING),
        ("Redirect URL: {};", url_rules.REDIRECT_URL_PADDING),
        ("- **Redirect URL**: {},", url_rules.REDIRECT_URL_PADDING),
        ("Enter the redirect URL [here]({}.).", url_rules.REDIRECT_URL_PADDING),
        ("Enter the redirect URL {}.", None),
        ("Enter the redirect URL ({}).", None),
        ("Enter the redirect URL {}, then save.", None),
        ("Enter the redirect URL {}!", None),
        ("Redirect URL: {} or another one.", None),
    ],
)
def test_should_cut_padding_from_a_redirect_url_in_text(written: str, rule: guidec.Rule | None) -> None:
    url = "https://api.stackone.com/connect/oauth2/clickup/callback"
    text = COVER + f"## App\n\n{written.format(url)}\n"
    assert [entry.url for entry in guidec.compile(text).redirect_urls] == [url]
    assert {d.rule for d in guidec.check(text)} == ({rule} if rule else set())


def test_should_find_a_space_in_a_redirect_url_in_text() -> None:
    text = COVER + "## App\n\nEnter the redirect URL https://app.example.com/my app/callback there.\n"
    assert found(text, url_rules.REDIRECT_URL_PATH.id) == ["https://app.example.com/my"]


@pytest.mark.parametrize(
    "said",
    [
        "Grant the scope `chat:write`.",
        "The redirect URL is shown as `redirect_uri: value` in the form.",
        "Enter the redirect URL, and as webhook `myapp://hook`.",
        "Set the header `Content-Type: application/json`.",
        "The redirect URL must start with `https://`.",
        "The redirect URL must start with https://.",
        "Enter the redirect URL, and as webhook myapp://hook.",
        "Note:read the redirect URL and/or the docs://.",
    ],
)
def test_should_not_take_other_code_for_a_redirect_url(said: str) -> None:
    rules = {d.rule.id for d in guidec.check(GOOD + f"\n{said}\n")}
    assert not any(rule.startswith("redirect-url") for rule in rules)


@pytest.mark.parametrize(
    ("title", "body", "missing"),
    [
        ("Acme (OAuth)", "Copy the **Client ID** and the **Client Secret**.", True),
        ("Acme (OAuth)", "Sign in to Acme and press **Allow**.", False),
        ("Acme (API key)", "Copy the **Client ID** and the **Client Secret**.", False),
        ("Acme (OAuth)", "Enter your redirect URL. Copy the **Client ID** and the **Client Secret**.", True),
        # The product shows it.
        ("Acme (OAuth)", "Paste the **Redirect URI** of Relay. Copy the **Client Secret**.", False),
        ("Acme (OAuth)", "Note the callback URL provided there. Copy the **Client Secret**.", False),
        ("Acme (OAuth)", "Add the **Redirect URL** from Relay. Copy the **Client Secret**.", False),
        ("Acme (OAuth)", "Enter the redirect URIs shown on its page. Copy the **Client Secret**.", False),
        ("Acme (OAuth)", "Remove the redirect URL from the list. Copy the **Client Secret**.", True),
        ("Acme OAuth 2.0 connector profile – StackOne setup guide", "Paste the **Redirect URI**.", True),
        ("Acme OAuth 2.0 connector profile – StackOne setup guide", "Press **New app**.", True),
        ("Connect Acme with OAuth 2.0 – StackOne Hub", "Sign in to Acme.", False),
        # The app is made elsewhere, or needs none.
        (
            "Connect Acme with OAuth 2.0 – StackOne Hub",
            "Copy the **Client ID** and **Client Secret**.",
            False,
        ),
        (
            "Connect Acme with OAuth 2.0 – StackOne Hub",
            "Enter the redirect URL. Copy the **Client Secret**.",
            True,
        ),
    ],
)
def test_should_miss_the_redirect_url_where_the_reader_makes_an_oauth_app(
    title: str, body: str, missing: bool
) -> None:
    rules = {d.rule.id for d in guidec.check(f'---\ntitle: "{title}"\n---\n\n## Do\n\n{body}\n')}
    assert (guide_rules.MISSING_REDIRECT_URL.id in rules) == missing


def in_two_steps(one: str, other: str) -> str:
    steps = "".join(
        f'<Step title="S{n}">\nEnter the redirect URL `{url}`.\n</Step>\n'
        for n, url in enumerate((one, other))
    )
    return f"---\ntitle: Shop\n---\n\n## App\n\n<Steps>\n{steps}</Steps>\n"


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("https://api.shop.io/oauth/callback", "https://app.shop.io/oauth/callback", True),
        ("https://api.shop.io/oauth/callback", "https://api.sh0p.io/oauth/callback", True),
        ("https://api.shop.io/oauth/callback", "https://api.shop.io/oauth/calback", True),
        ("https://api.shop.io/oauth/callback", "https://api.eu1.shop.io/oauth/callback", False),
        ("https://api.shop.io/oauth/callback", "https://staging.shop.io/oauth/callback", False),
        ("https://api.shop.io/oauth/callback", "http://localhost:3000/oauth/callback", False),
        ("https://api.shop.io/oauth/callback", "https://api.shop.io/saml/callback", False),
        ("https://api.shop.io/oauth2/one/callback", "https://api.shop.io/oauth2/other/callback", True),
        ("https://api.shop.io/oauth2/one/callback", "https://api.shop.io/oauth2/one/logout", False),
        ("https://api.example.com/callback", "https://app.example.com/callback", True),
        ("https://api.shop.io/v1/callback", "https://api.shop.io/v2/callback", False),
        ("http://<your host>/oauth/callback", "https://<your host>/oauth/callback", False),
        ("https://<your host>/oauth/callback", "https://<your host>/oauth/callback/", True),
        ("https://api.shop.io/oauth/callback", "https://example.com/oauth/callback", False),
    ],
)
def test_should_tell_redirect_urls_that_disagree_from_those_for_other_ends(
    one: str, other: str, disagree: bool
) -> None:
    assert found(in_two_steps(one, other), url_rules.REDIRECT_URLS_DISAGREE.id) == (
        [other] if disagree else []
    )


def test_should_cut_padding_from_a_redirect_url_and_report_it() -> None:
    text = redirect("https://app.example.com/oauth/callback.")
    assert found(text, url_rules.REDIRECT_URL_PADDING.id) == ["https://app.example.com/oauth/callback"]
    assert [entry.url for entry in guidec.compile(text).redirect_urls] == [
        "https://app.example.com/oauth/callback"
    ]


@pytest.mark.parametrize(
    "other", ["https://app.example.com/oauth/callback/", "https://App.example.com/oauth/callback"]
)
def test_should_find_redirect_urls_that_disagree(other: str) -> None:
    text = (
        redirect("https://app.example.com/oauth/callback") + f"\nAlso register the redirect URL `{other}`.\n"
    )
    assert found(text, url_rules.REDIRECT_URLS_DISAGREE.id) == [other]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080/oauth/callback",
        "http://[::1]/oauth/callback",
        "https://api.nango.dev/oauth/callback",
        "https://app.example.com:8443/oauth/callback?tenant=a",
    ],
)
def test_should_leave_good_redirect_urls_alone(url: str) -> None:
    text = redirect(url).replace("– StackOne setup guide", "")
    assert [d.rule.id for d in guidec.check(text) if d.rule.id.startswith("redirect-url")] == []


def test_should_hold_scopes_of_actions_against_those_of_steps() -> None:
    actions = html.escape(json.dumps([{"id": "list", "label": "List", "scopes": ["read"]}]))
    text = (
        COVER
        + f'<Panel data-guides-scope-selector data-guide-actions-json="{actions}"></Panel>\n\n'
        + '<section data-guide-section data-guide-scopes="write">\n<h2>Grant</h2>\n\nGrant it.\n</section>\n'
    )
    assert found(text, action_rules.ACTION_SCOPE_NOT_GRANTED.id) == ["read"]
    assert [span.startswith("<section") for span in found(text, action_rules.UNUSED_SCOPE.id)] == [True]


def test_should_never_repeat_a_secret() -> None:
    secret = "AKIA" + "Q7NLP5TRE2WXYZVB"
    assert all(secret not in found.message for found in guidec.check(COVER + f"Use `{secret}`.\n"))


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("javascript:alert(1)", link_rules.LINK_SCHEME),
        ("vscode://file/x", link_rules.LINK_SCHEME),
        ("https://g\u0456thub.com/login", link_rules.LINK_HOST),
        ("https://\u0441\u043e\u0440\u0435.com", link_rules.LINK_HOST),
        ("https://github.com@evil.example/login", link_rules.LINK_HOST),
        ("https://m\u00fcller.example", None),
        ("https://\u043f\u0440\u0438\u043c\u0435\u0440.example", None),
        ("https://\u4f8b\u3048.example", None),
        ("mailto:help@example.com", None),
        ("tel:+15551234", None),
        ("https://user@example.com/x", None),
    ],
)
def test_should_find_links_that_are_not_followed_or_deceive(url: str, rule: guidec.Rule | None) -> None:
    text = COVER + f"[Open]({url})\n"
    wrong = [
        (d.rule, text[d.start.offset : d.end.offset])
        for d in guidec.check(text)
        if d.rule.id.startswith("link-")
    ]
    assert wrong == ([(rule, url)] if rule else [])


@pytest.mark.parametrize(
    "declared",
    [
        "import Key from 'keys'",
        "export const Key = ({children}) => <b>{children}</b>",
        "export function Key() {}",
    ],
)
def test_should_know_the_components_of_the_page_itself(declared: str) -> None:
    assert rules_of(f"{declared}\n\n# T\n\nPress <Key>K</Key>.\n\n<Key />\n") == []
    assert rules_of("# T\n\nPress <Key>K</Key>.\n") == ["unknown-component"]
