"""Credentials that a sentence lists without setting them apart: the company they keep says what they are."""

from __future__ import annotations

import pytest

from compiling import guide_of


def labels(sentence: str) -> list[str]:
    guide = guide_of(f"# Connect Acme\n\n<Steps>\n<Step title='Connect'>\n{sentence}\n</Step>\n</Steps>\n")
    return [credential.label + "?" * credential.optional for credential in guide.credentials]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Enter your Hostname, Client ID, and Client Secret.", ["Hostname", "Client ID", "Client Secret"]),
        (
            "Press *Authorize*, then enter your API domain and private API key.",
            ["API domain", "private API key"],
        ),
        ("Enter your ID and Key to go on.", ["ID", "Key"]),
        (
            "Enter your Client ID, Client Secret, and Subdomain (optional). Then wait.",
            ["Client ID", "Client Secret", "Subdomain?"],
        ),
        (
            "Enter your Subdomain (optional), API key and Region in the form.",
            ["Subdomain?", "API key", "Region"],
        ),
        (
            "Enter your Instance URL, Client ID, Username, and Password, then save.",
            ["Instance URL", "Client ID", "Username", "Password"],
        ),
        (
            "Enter your **Region** (e.g. `eu` for Europe), **Client ID**, and **Secret Key**.",
            ["Region", "Client ID", "Secret Key"],
        ),
        ("Enter your **Store Hash** in the field.", ["Store Hash"]),
    ],
)
def test_company_of_credentials(sentence: str, expected: list[str]) -> None:
    assert labels(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Enter your email and password to log in.",
        "Enter your name and company, then press **Next**.",
        "Enter your address and choose a plan.",
        "Enter your company and its website.",
    ],
)
def test_other_lists_are_none(sentence: str) -> None:
    assert labels(sentence) == []
