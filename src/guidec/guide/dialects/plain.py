"""Markdown without components: GitHub's alerts, and nothing but Markdown."""

from guidec.guide.dialects.meaning import Dialect

GITHUB = Dialect(
    name="github",
    components={},
    signs=(r"(?mi)^[ \t]*>[ \t]*\[!(?:note|tip|important|warning|caution)\][ \t]*$",),
)
PLAIN = Dialect(name="plain", components={})
