"""The connector block of a guide that links an account: what happens in StackOne's Hub is its form, not its guide."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from compiling import guide_of
from guidec.targets.connector import render
from guidec.targets.target import Options

LINKING = """# Connect Acme with {} – StackOne Hub

> Link it.

## Get a key

<Steps>
<Step title="Copy">

Copy the **API Key** and the **Account Number** of your account.

</Step>
</Steps>

{}
"""
HUB = """## Linking the Account from the Hub

<Steps>
<Step title="Go">

Use one of the [ways to link](/guides/accounts-section#linking-accounts) to get to the Hub.

</Step>
<Step title="Fill out the fields">

Fill out the following fields using details from your provider:

- **Region** (Optional)
- **API Key**

</Step>
</Steps>

You see it in your [Accounts](https://app.stackone.com/accounts) page.
"""


def block(text: str) -> dict[str, Any]:
    """Give the authentication block of a guide."""
    (written,) = render(guide_of(text), Options()).files.values()
    (entry,) = yaml.safe_load(written)["authentication"]
    (only,) = entry.values()
    return dict(only)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (LINKING.format("API Key", HUB), ["Get a key"]),
        (LINKING.format("API Key", f"<div data-whitelabel-hide>\n\n{HUB}\n\n</div>"), ["Get a key"]),
        # Nothing to fill in, but all happens in the Hub.
        (LINKING.format("OAuth 2.0", HUB.partition("Fill out the following")[0] + "Sign in.\n\n</Step>\n</Steps>\n\nSee [Accounts](https://app.stackone.com/accounts)."), ["Get a key"]),
        (LINKING.format("API Key", "## Link your account to a team\n\nOpen the account and its team.\n"), ["Get a key", "Link your account to a team"]),
    ],
)  # fmt: skip
def test_the_section_in_which_the_account_is_linked_is_left_out(text: str, titles: list[str]) -> None:
    assert [one["title"] for one in block(text)["support"]["guides"]["config"]["sections"]] == titles


def test_a_user_is_asked_for_the_fields_of_the_hub_alone() -> None:
    fields = block(LINKING.format("API Key", HUB))["configFields"]
    assert [(field["key"], field["required"]) for field in fields] == [("region", False), ("apiKey", True)]
