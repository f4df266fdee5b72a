"""Markdown without components: GitHub's alerts, and nothing but Markdown."""

from guidec.guide.dialects.meaning import Dialect
from guidec.guide.dialects.style import ALERTS, StepsForm, Style

MARKDOWN = Style(ALERTS, steps=StepsForm.PLAIN_LIST, tabs=None, pages="any", jsx=False)

GITHUB = Dialect(
    name="github",
    components={},
    style=MARKDOWN,
    github_anchors=True,
    signs=(r"(?mi)\n[ \t]*>[ \t]*\[!(?:note|tip|important|warning|caution)\][ \t]*$",),
)
PLAIN = Dialect(name="plain", components={}, style=MARKDOWN)
