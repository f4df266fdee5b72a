"""What looks like a real secret is reported, and placeholders are not."""

from __future__ import annotations

import pytest

import guidec

COVER = "---\ntitle: Acme\ndescription: About.\n---\n\n## Do\n\n"
# Put together here, so that no program that looks for leaked secrets finds this file.
TAIL = "Q7nLp5tRe2WxYzVb8KdFg3HjMs6"
HEX = "9f2c4e7a1b8d0f3e6c5a7d9b2e4f8a1c"


def reported(body: str) -> list[str]:
    text = COVER + body + "\n"
    found = guidec.check(text)
    return [text[d.start.offset : d.end.offset] for d in found if d.rule.id == "real-secret"]


@pytest.mark.parametrize(
    "secret",
    [
        "AKIA" + "Q7NLP5TRE2WXYZVB",
        "sk_live_" + TAIL,
        "sk_test_" + TAIL,
        "sk_live_" + "1234567890abcdefghijklmn",
        "ghp_" + TAIL + "Ab3De5Gh7",
        "glpat-" + TAIL,
        "xoxb-" + "123456789012-1234567890123-" + TAIL,
        "pat-na1-" + "9f2c4e7a-1b8d-4f3e-8c5a-7d9b2e4f8a1c",
        "shpat_" + HEX,
    ],
)
def test_should_report_what_issuers_mark_as_their_secrets(secret: str) -> None:
    assert reported(f"Use `{secret}` now.") == [secret]


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        (f"Client Secret: `{HEX}`", HEX),
        (f"Set **API key** to `{TAIL}`.", TAIL),
        (f"```sh\nexport CLIENT_SECRET={HEX}\n```", HEX),
    ],
)
def test_should_report_random_text_that_is_called_a_secret(line: str, secret: str) -> None:
    (found,) = reported(line)
    assert secret in found


def test_should_report_a_private_key() -> None:
    body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj"
    assert reported(f"```\n-----BEGIN ENCRYPTED PRIVATE KEY-----\n{body}\n```")


@pytest.mark.parametrize(
    "line",
    [
        "API key: `YOUR_API_KEY_FROM_THE_ACME_CONSOLE_1`",
        "API key: `sk_live_xxxxxxxxxxxxxxxxxxxxxxxx`",
        "Client secret: `your-client-secret-goes-in-here-2`",
        "Token: `abcd1234abcd1234abcd1234abcd`",
        "Token: `deploy-token-of-the-acme-workspace-2024`",
        "Client ID: `" + HEX + "`",
        "Commit " + HEX + " holds the secret.",
        "The token is stored-in-the-workspace-of-your-team for you.",
        "Access token: `https://acme.example/oauth2/v1/access/token2`",
    ],
)
def test_should_not_report_placeholders_and_other_values(line: str) -> None:
    assert reported(line) == []
