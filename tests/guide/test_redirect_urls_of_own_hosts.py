"""Redirect URLs whose beginning the reader fills in: `{BASE_URL}/auth/callback`."""

from __future__ import annotations

import pytest

from compiling import guide_of, rules_of

STEP = "# T\n\n<Steps>\n<Step title='Do'>\n\n{}\n\n</Step>\n</Steps>\n"


def shown(text: str) -> list[str]:
    return [f"{one.url} {one.label}" for one in guide_of(STEP.format(text)).redirect_urls]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Set the Redirect URL `{BASE_URL}/api/auth/callback/acme`.",
            "{BASE_URL}/api/auth/callback/acme Redirect URL",
        ),
        (
            "Set the Redirect URL to `<Hall URL>/api/acme/callback`.",
            "<Hall URL>/api/acme/callback Redirect URL",
        ),
        (
            "The callback URI of your hall: `${HALL_URL}/in/acme`",
            "${HALL_URL}/in/acme The callback URI of your hall",
        ),
        ("Add the redirect URI `$HALL_URL/in/acme`.", "$HALL_URL/in/acme redirect URI"),
        (
            "Under Redirect URIs, add:\n\n```\n<Hall URL>/a/callback\n```",
            "<Hall URL>/a/callback Redirect URIs",
        ),
        (
            "Add these:\n\n```\nJavaScript origins: {HALL}\nRedirect URIs: {HALL}/a/callback\n```",
            "{HALL}/a/callback Redirect URIs",
        ),
        (
            "Set the Redirect URL to `https://{{ hall }}/a/callback`.",
            "https://{{ hall }}/a/callback Redirect URL",
        ),
        (
            "Add the Callback URL:\n\n```bash\nhttps://<hall>/a/callback\n```",
            "https://<hall>/a/callback Callback URL",
        ),
        ("Set the Redirect URL to `<Hall URL>`.", ""),
        ("Call `{BASE_URL}/v1/users` with your token.", ""),
        ("The scope is `<org>/callback`.", ""),
        ("Set the Redirect URL:\n\n```js\nconst url = `${HALL}/callback`\n```", ""),
    ],
)
def test_url_on_a_host_of_the_reader(text: str, expected: str) -> None:
    assert " ".join(shown(text)) == expected


def test_only_the_placeholder_is_reported() -> None:
    text = "Set the Redirect URL `{BASE_URL}/api/auth/callback/acme`."
    found = [rule for rule in rules_of(STEP.format(text)) if rule.startswith("redirect-url")]
    assert found == ["redirect-url-placeholder"]


def test_a_protocol_in_the_path_is_no_provider() -> None:
    text = "---\ntitle: Connect Acme to Hall\n---\n## Do\n\nAdd the redirect URL `https://hall.io/auth/{}/callback`.\n"
    assert "redirect-url-provider" not in rules_of(text.format("oauth2"))
    assert "redirect-url-provider" in rules_of(text.format("other"))
