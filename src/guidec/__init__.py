"""guidec: a documentation-to-data compiler.

    import guidec

    guide = guidec.compile("content/clickup.mdx")
    guide.sections[0].steps[0].title
    guidec.render(guide, "html")

Every name is imported when it is first used: a command that only prints the version must not wait for the parser.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

# As in `typing`, which takes longer to import than all that `guidec --version` needs.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from guidec.api import CompileError, check, compile, diff, render, render_files  # noqa: A004
    from guidec.changes.models import Change, ChangeClass, ChangePlace, Diff, DiffSummary, NotCompared
    from guidec.diagnostics import Diagnostic, Note, Rule, Severity
    from guidec.guide.models import (
        AccordionBlock,
        Action,
        AdmonitionBlock,
        AdmonitionKind,
        AdmonitionRef,
        Auth,
        AuthMethod,
        Block,
        CodeBlock,
        ComponentBlock,
        Credential,
        DividerBlock,
        ExpressionBlock,
        FootnoteBlock,
        Guide,
        GuideKind,
        GuideSource,
        HeadingBlock,
        Image,
        ImageBlock,
        InlineComponent,
        Link,
        ListBlock,
        ListItem,
        ParagraphBlock,
        Place,
        Provider,
        QuoteBlock,
        RedirectUrl,
        Section,
        Setting,
        Step,
        StepsBlock,
        TabItem,
        TableBlock,
        TableCell,
        TabsBlock,
    )
    from guidec.mdx.parse import parse_mdx
    from guidec.targets.target import Options

__all__ = [
    "AccordionBlock",
    "Action",
    "AdmonitionBlock",
    "AdmonitionKind",
    "AdmonitionRef",
    "Auth",
    "AuthMethod",
    "Block",
    "Change",
    "ChangeClass",
    "ChangePlace",
    "CodeBlock",
    "CompileError",
    "ComponentBlock",
    "Credential",
    "Diagnostic",
    "Diff",
    "DiffSummary",
    "DividerBlock",
    "ExpressionBlock",
    "FootnoteBlock",
    "Guide",
    "GuideKind",
    "GuideSource",
    "HeadingBlock",
    "Image",
    "ImageBlock",
    "InlineComponent",
    "Link",
    "ListBlock",
    "ListItem",
    "NotCompared",
    "Note",
    "Options",
    "ParagraphBlock",
    "Place",
    "Provider",
    "QuoteBlock",
    "RedirectUrl",
    "Rule",
    "Section",
    "Setting",
    "Severity",
    "Step",
    "StepsBlock",
    "TabItem",
    "TableBlock",
    "TableCell",
    "TabsBlock",
    "__version__",
    "check",
    "compile",
    "diff",
    "parse_mdx",
    "render",
    "render_files",
]

_HOMES = {
    "guidec.api": ("CompileError", "check", "compile", "diff", "render", "render_files"),
    "guidec.changes.models": ("Change", "ChangeClass", "ChangePlace", "Diff", "DiffSummary", "NotCompared"),
    "guidec.diagnostics": ("Diagnostic", "Note", "Rule", "Severity"),
    "guidec.mdx.parse": ("parse_mdx",),
    "guidec.targets.target": ("Options",),
}
"""The modules of the names that are no models."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), "guidec.guide.models")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
