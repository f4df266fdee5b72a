"""Which dialect a guide is written in, by its signs."""

from __future__ import annotations

import pytest

from guidec.guide.dialects import detect

TITLE = "---\ntitle: Connect Acme with OAuth 2.0 – StackOne Hub\n---\n\n"
HEADED = "<Steps>\n\n### Sow\n\nText.\n\n### Reap\n\nText.\n\n</Steps>\n"


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        (HEADED, "nextra"),
        (HEADED.replace("\n", "\r\n"), "nextra"),
        (f"<Callout type={{'tip'}}>\nText.\n</Callout>\n\n{HEADED}", "nextra"),
        (f'<Callout type="info">\nText.\n</Callout>\n\n{HEADED}', "nextra"),
        # Steps of headings are no steps to Mintlify, whatever else looks like it.
        (f"<Tip>\nText.\n</Tip>\n\n<Frame>\n![Pears](/pears.png)\n</Frame>\n\n{HEADED}", "nextra"),
        (f"> [!NOTE]\n> Text.\n\n{HEADED}", "clerk"),
        (f"<TutorialHero beforeYouStart={{[]}} />\n\n{HEADED}", "clerk"),
        ("> [!NOTE]\n> Text.\n", "github"),
        (":::caution\nText.\n:::\n", "starlight"),
        ("---\ntitle: A\n---\n\n:::note\nText.\n:::\n", "starlight"),
        ("---\nid: a\ntitle: A\n---\n\n:::note\nText.\n:::\n", "docusaurus"),
        ("---\r\ntitle: A\r\nid: a\r\n---\r\n\r\n:::note\r\nText.\r\n:::\r\n", "docusaurus"),
        ("---\ntitle: A\ndisplayed_sidebar: b\n---\n\n:::note\nText.\n:::\n", "docusaurus"),
        ("---\ntitle: A\n---\n\n```yaml\nid: a\n```\n", "plain"),
        ("<Callout type={'error'}>\nText.\n</Callout>\n", "fumadocs"),
        ("<Callout type={'important'}>\nText.\n</Callout>\n", "nextra"),
        ("<Tip>\nText.\n</Tip>\n\n<Steps>\n<Step title='Sow'>\nText.\n</Step>\n</Steps>\n", "mintlify"),
        ("<Steps>\n\n1. Sow.\n2. Reap.\n\n</Steps>\n", "starlight"),
        ("<Info>\nText.\n</Info>\n\n<Steps>\n<Step>\n\n### Sow\n\n</Step>\n</Steps>\n", "fumadocs"),
        ("<Steps>\n<Step>\n\n### Sow\n\n</Step>\n</Steps>\n", "fumadocs"),
        # The titles of StackOne stand on pages of any system; its marks do not.
        (f"{TITLE}<Warning>Text.</Warning>\n", "stackone"),
        (f"{TITLE}1. Sow.\n2. Reap.\n", "stackone"),
        (f"{TITLE}<section data-guide-section>\n\n:::caution\nText.\n:::\n\n</section>\n", "stackone"),
        (
            f"{TITLE}import {{ Steps }} from '@astrojs/starlight/components';\n\n:::caution\nText.\n:::\n",
            "starlight",
        ),
        (
            f"{TITLE}<Callout type='warn'>\nText.\n</Callout>\n\n<Steps>\n<Step>\n\n### Sow\n\n</Step>\n</Steps>\n",
            "fumadocs",
        ),
        (f"{TITLE}> [!NOTE]\n> Text.\n", "github"),
    ],
)
def test_should_tell_the_dialect_by_its_signs(text: str, dialect: str) -> None:
    assert detect(text).name == dialect


@pytest.mark.parametrize("tag", ["<Steps>", "<Step>"])
def test_should_look_only_once_at_the_empty_lines_behind_a_tag(tag: str) -> None:
    """Not timed: so many lines simply have to come back, which would take hours in quadratic time."""
    assert detect(tag + "\n" * 1_000_000).name == "plain"
