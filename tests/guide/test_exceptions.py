"""What a sentence leaves out, and what it needs after all: "nothing but the **API key**"."""

from __future__ import annotations

import pytest

from compiling import guide_of


def labels(sentence: str) -> list[str]:
    guide = guide_of(f"# Acme OAuth\n\n## Set up\n\n{sentence}\n")
    return [credential.label for credential in guide.credentials]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("You do not need anything but the **API key**.", ["API key"]),
        ("You won't need anything except the **API key**.", ["API key"]),
        ("You do not need to copy more than the **Client ID**.", ["Client ID"]),
        ("Do not copy anything other than the **Client ID**.", ["Client ID"]),
        ("Do not copy the **Client Secret**, only the **Client ID**.", ["Client ID"]),
        ("You do not need the **Client Secret** but you need the **Client ID**.", ["Client ID"]),
        ("Do not copy the **Client Secret** more than once.", []),
        ("You do not need a **Client Secret**, and nobody but an admin sees it.", []),
        ("Copy the **Client ID**, but not the **Client Secret**.", ["Client ID"]),
        ("Copy the **Client ID** (not the **Client Secret**).", ["Client ID"]),
        ("Copy the **Client ID** and not the **Client Secret** or the **App Token**.", ["Client ID"]),
        ("Copy the **Client ID** rather than your **App ID**.", ["Client ID"]),
        ("Copy the client ID instead of the app token.", ["client ID"]),
        ("Copy the client ID, not the client secret.", ["client ID"]),
        ("Copy not only the **Client ID** but the **Client Secret**.", ["Client ID", "Client Secret"]),
        ("Copy the **Consumer Key**, also known as **Client ID**.", ["Consumer Key"]),
        ("Copy the **Client ID** (shown as **Consumer Key**).", ["Client ID"]),
        ("Copy the **Client ID**, also copy the **Client Secret**.", ["Client ID", "Client Secret"]),
    ],
)
def test_a_sentence_names_what_the_reader_needs(sentence: str, found: list[str]) -> None:
    assert labels(sentence) == found
