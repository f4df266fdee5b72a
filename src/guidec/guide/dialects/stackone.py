"""StackOne's hub guides: sections and steps as HTML with data attributes, inside Mintlify's components."""

from guidec.guide.dialects.meaning import Concept, Dialect, Meaning
from guidec.guide.dialects.mintlify import MINTLIFY

STACKONE = Dialect(
    name="stackone",
    components=MINTLIFY.components,
    marks={
        "data-guide-section": Meaning(Concept.SECTION),
        "data-guide-step": Meaning(Concept.STEP_BODY),
        "data-guides-scope-selector": Meaning(Concept.ACTIONS),
        "data-guide-actions-json": Meaning(Concept.ACTIONS),
    },
    signs=(
        r"<(?:section|div|Panel)\b[^<>]{0,300}\sdata-guides?-(?:section|step|scope|actions)",
        r"(?m)^(?:# |title:).{0,300}[–—-] StackOne (?:setup guide|Hub)[\"']?[ \t]*$",
    ),
)
