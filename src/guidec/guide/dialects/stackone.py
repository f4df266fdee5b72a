"""StackOne's hub guides: sections and steps as HTML with data attributes, inside Mintlify's components."""

import re
from dataclasses import replace

from guidec.guide.dialects.meaning import Concept, Dialect, Meaning, known
from guidec.guide.dialects.mintlify import COMPONENTS, MINTLIFY
from guidec.guide.dialects.style import Spelling, Style, TabsStyle

OUTSIDE = Spelling(
    html_marks=True,
    html_lists=True,
    nested_list=(("style", {"marginLeft": "20px"}),),
    html_site_links=True,
)
CALLOUTS = replace(
    OUTSIDE,
    html_links=True,
    foreign_link=(("target", "_blank"), ("rel", "noopener noreferrer")),
)
INSIDE = replace(CALLOUTS, html_headings=True, html_paragraphs=True, step_body=True)

STACKONE = Dialect(
    name="stackone",
    components={**MINTLIFY.components, **known("CardGroup")},
    variables_in_code=MINTLIFY.variables_in_code,
    marks={
        "data-guide-section": Meaning(Concept.SECTION),
        "data-whitelabel-hide": Meaning(Concept.SECTION),
        "data-guide-step": Meaning(Concept.STEP_BODY),
        "data-guides-scope-selector": Meaning(Concept.ACTIONS),
        "data-guide-actions-json": Meaning(Concept.ACTIONS),
    },
    style=Style(
        COMPONENTS,
        one_line_admonitions=True,
        accordion="Accordion",
        heading_id="{{#{}}}",
        tabs=TabsStyle(code="CodeGroup"),
        sections="components",
        pages="any",
        exported=True,
        inside=INSIDE,
        callouts=CALLOUTS,
        wrapped=replace(OUTSIDE, html_headings=True),
        outside=OUTSIDE,
    ),
    signs=(r"<(?:section|div|Panel)\b[^<>]{0,300}\sdata-guides?-(?:section|step|scope|actions)",),
)
TITLE = re.compile(r"(?m)\n(?:# |title:).{0,300}[–—-] StackOne (?:setup guide|Hub)[\"']?[ \t]*$")
"""A page for Mintlify with such a title is one of StackOne's; one with signs of another system is written for that."""
