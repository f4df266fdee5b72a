"""StackOne's hub guides: sections and steps as HTML with data attributes, inside Mintlify's components."""

from guidec.guide.dialects.meaning import Concept, Dialect, Meaning
from guidec.guide.dialects.mintlify import MINTLIFY

STACKONE = Dialect(
    name="stackone",
    components={**MINTLIFY.components, "Panel": Meaning(Concept.ACTIONS)},
    signs=(
        r"<(?:section|div|Panel)\b[^>]*\sdata-guides?-(?:section|step|scope-selector|scopes|actions-json)\b",
        r"(?m)^(?:# |title:).*[–—-] StackOne (?:setup guide|Hub)[\"']?\s*$",
    ),
)
