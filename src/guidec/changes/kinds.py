"""All kinds of changes: what each says, whom it concerns, and why it concerns them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from guidec.changes.models import ChangeClass

B, N, E = ChangeClass.BREAKING, ChangeClass.NOTABLE, ChangeClass.EDITORIAL


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change; one row of the table."""

    id: str
    """Stable, in kebab-case."""
    class_: ChangeClass
    message: str
    """The sentence, with {what}, {old} and {new} for the text of guides."""
    why: str
    """Why it has its class, in one sentence of Markdown."""


_GONE = "Its id leads nowhere now: ticks, deep links and tools hold on to it."
_ID = "Ids are what ticks in checklists, deep links and tools hold on to."
_ASIDE = "It explains or shows; nothing is set up by it."

_KINDS = (
    # guides
    Kind("guide-added", N, "New guide {what}", "There is more to read; what tools hold still fits."),
    Kind("guide-removed", B, "Guide {what} is gone", "Its id leads nowhere now."),
    Kind("guide-renamed", B, "Guide {old} is {new} now", "The path is the id, by which tools find a guide."),
    Kind("guide-kind-changed", B, "The guide is for {new} instead of {old}", "Tools choose guides by kind."),
    Kind(
        "provider-changed",
        B,
        "The provider is {new} instead of {old}",
        "Its key names variables and connectors.",
    ),
    Kind(
        "auth-method-changed",
        B,
        "The way to authenticate is {new} instead of {old}",
        "A connection that exists cannot go on as it is.",
    ),
    Kind(
        "auth-label-changed",
        N,
        "The way to authenticate is called {new} instead of {old}",
        "Readers choose by it.",
    ),
    Kind(
        "guide-title-changed", E, "The title is {new} instead of {old}", "The id is the path, not the title."
    ),
    Kind(
        "guide-description-changed",
        E,
        "The description reads {new} instead of {old}",
        "It tells nobody to do anything.",
    ),
    # what is registered, copied and granted
    Kind(
        "redirect-url-added",
        B,
        "New redirect URL {new}",
        "An app that is registered without it refuses the sign-in.",
    ),
    Kind(
        "redirect-url-removed",
        B,
        "Redirect URL {old} is gone",
        "Whoever registered it needs another, or none.",
    ),
    Kind(
        "redirect-url-changed",
        B,
        "Redirect URL {old} became {new}",
        "The provider compares it letter by letter.",
    ),
    Kind(
        "redirect-url-label-changed",
        E,
        "The redirect URL is called {new} instead of {old}",
        "The URL is the same.",
    ),
    Kind("credential-added", B, "New credential {what}", "Filled-in configurations lack it."),
    Kind("credential-removed", B, "Credential {what} is gone", "Filled-in configurations have one too many."),
    Kind(
        "credential-renamed",
        B,
        "Credential {old} is {new} now",
        "The key is made of the label: configurations name it.",
    ),
    Kind("credential-label-changed", E, "Credential {old} is written {new} now", "The key is the same."),
    Kind("credential-required", B, "Credential {what} is required now", "Configurations may lack it."),
    Kind(
        "credential-optional",
        N,
        "Credential {what} is optional now",
        "Configurations that have it still fit.",
    ),
    Kind(
        "optional-credential-added",
        N,
        "New optional credential {what}",
        "Configurations without it still fit.",
    ),
    Kind(
        "optional-credential-removed", B, "Optional credential {what} is gone", "Configurations may have it."
    ),
    Kind(
        "credential-secret",
        B,
        "Credential {what} is a secret now",
        "It has to be stored and shown in another way.",
    ),
    Kind(
        "credential-not-secret",
        B,
        "Credential {what} is no secret any more",
        "It is stored and shown in another way.",
    ),
    Kind(
        "credential-hint-changed",
        E,
        "The hint on credential {what} reads {new} instead of {old}",
        "The value is the same.",
    ),
    Kind("scope-added", B, "New scope {new} to grant", "Apps that exist were never granted it."),
    Kind(
        "scope-removed",
        B,
        "Scope {old} is no longer to be granted",
        "Apps that exist hold more rights than they need.",
    ),
    Kind("action-added", N, "New action {what}", "There is more to choose from."),
    Kind("action-removed", B, "Action {what} is gone", "Its id is what `--actions` and selections name."),
    Kind(
        "action-renamed",
        B,
        "Action {old} has the id {new} now",
        "Its id is what `--actions` and selections name.",
    ),
    Kind("action-label-changed", E, "Action {old} is called {new} now", "The id is the same."),
    Kind(
        "action-scopes-changed",
        B,
        "Action {what} needs {new} instead of {old}",
        "Apps are granted scopes by it.",
    ),
    # settings
    Kind("setting-added", N, "New setting {what}", "Readers fill in one field more."),
    Kind("setting-removed", N, "Setting {what} is gone", "Readers fill in one field less."),
    Kind("setting-changed", N, "Setting {what} is {new} instead of {old}", "Readers type something else."),
    Kind("setting-renamed", N, "Setting {old} is called {new} now", "Readers look for another field."),
    Kind(
        "setting-hint-changed",
        E,
        "The hint on setting {what} reads {new} instead of {old}",
        "The field is the same.",
    ),
    Kind("setting-required", N, "Setting {what} is required now", "Readers may have left it out."),
    Kind("setting-optional", N, "Setting {what} is optional now", "Readers may leave it out."),
    # sections
    Kind("section-added", N, "New section {what}", "There is more to do or to read."),
    Kind("section-removed", B, "Section {what} is gone", _GONE),
    Kind("section-renamed", B, "Section {old} is called {new} now, and has another id", _ID),
    Kind("section-title-changed", E, "Section {old} is called {new} now", "The id is the same."),
    Kind("section-id-changed", B, "Section {what} has the id {new} instead of {old}", _ID),
    Kind(
        "section-moved",
        N,
        "Section {what} stands after {new} instead of {old}",
        "The order is what readers follow.",
    ),
    Kind(
        "section-split",
        N,
        "Section {old} is two now: part of it is {new}",
        "Readers find a part under another title.",
    ),
    Kind("section-merged", N, "Section {old} is part of {new} now", "Readers find it under another title."),
    Kind(
        "section-scopes-changed",
        B,
        "Section {what} is for {new} instead of {old}",
        "Other readers see it than before.",
    ),
    Kind(
        "section-kind-changed",
        E,
        "Section {what} is a {new} instead of a {old}",
        "It says the same in another shape.",
    ),
    # steps
    Kind("step-added", N, "New step {what}", "Readers do one thing more."),
    Kind("step-removed", B, "Step {what} is gone", _GONE),
    Kind("step-renamed", B, "Step {old} is called {new} now, and has another id", _ID),
    Kind("step-title-changed", E, "Step {old} is called {new} now", "The id is the same."),
    Kind("step-id-changed", B, "Step {what} has the id {new} instead of {old}", _ID),
    Kind(
        "step-moved",
        N,
        "Step {what} stands after {new} instead of {old}",
        "The order is what readers follow.",
    ),
    Kind("step-split", N, "Step {old} is two now: part of it is {new}", "Readers tick two boxes for one."),
    Kind("step-merged", N, "Step {old} is part of {new} now", "Readers tick one box for two."),
    Kind(
        "step-scopes-changed",
        B,
        "Step {what} is for {new} instead of {old}",
        "Other readers see it than before.",
    ),
    Kind(
        "step-scopes-shown", N, "Step {what} lists the scopes now", "Readers find the scopes to grant there."
    ),
    Kind(
        "step-scopes-not-shown",
        N,
        "Step {what} does not list the scopes any more",
        "Readers look for them there.",
    ),
    Kind("step-required", N, "Step {what} is required now", "Readers may have left it out."),
    Kind("step-optional", N, "Step {what} is optional now", "Readers may leave it out."),
    # callouts
    Kind("admonition-added", N, "New {name}: {new}", "Conditions and dangers stand in callouts."),
    Kind("admonition-removed", N, "The {name} is gone: {old}", "Readers are no longer told of it."),
    Kind(
        "admonition-reworded",
        N,
        "The {name} reads {new} instead of {old}",
        "A word of a condition can be the condition.",
    ),
    Kind("admonition-kind-changed", N, "{old} became {new}: {what}", "It weighs more or less than before."),
    Kind(
        "admonition-moved",
        N,
        "The {name} stands somewhere else: {new}",
        "A warning has to stand before what it is about.",
    ),
    # what a step says
    Kind("instruction-added", N, "New instruction {new}", "Readers do one thing more."),
    Kind("instruction-removed", N, "Instruction {old} is gone", "Readers do one thing less."),
    Kind(
        "instruction-moved", N, "Instruction {new} stands somewhere else", "The order is what readers follow."
    ),
    Kind("instruction-required", N, "Instruction {what} is required now", "Readers may have left it out."),
    Kind("instruction-optional", N, "Instruction {what} is optional now", "Readers may leave it out."),
    Kind(
        "instruction-changed",
        E,
        "Instruction {old} reads {new} now",
        "Its words changed; what is typed did not.",
    ),
    Kind("code-changed", N, "Code in {old} changed: {new}", "Code is what readers type, copy or look for."),
    # what stands outside steps
    Kind("text-added", E, "New text {new}", _ASIDE),
    Kind("text-removed", E, "Text {old} is gone", _ASIDE),
    Kind(
        "text-moved",
        E,
        "Text {new} stands somewhere else",
        "It is read sooner or later; nothing is done by it.",
    ),
    Kind("text-changed", E, "Text {old} reads {new} now", "Its words changed."),
    Kind("link-added", E, "New link {new}", _ASIDE),
    Kind("link-removed", E, "Link {old} is gone", _ASIDE),
    Kind(
        "link-changed",
        E,
        "Link {what} leads to {new} instead of {old}",
        "It leads to help; nothing is set up by it.",
    ),
    Kind("image-added", E, "New image {new}", _ASIDE),
    Kind("image-removed", E, "Image {old} is gone", _ASIDE),
    Kind("image-changed", E, "Image {what} is {new} instead of {old}", "It shows what the words say."),
    Kind(
        "image-text-changed",
        E,
        "The alternative text of an image is {new} instead of {old}",
        "It is another word for the same.",
    ),
)

KINDS = MappingProxyType({kind.id: kind for kind in _KINDS})
"""Every kind by its id, in the order of the documentation."""


def kinds_table() -> str:
    """Give the table of all kinds in Markdown, as the documentation shows it."""
    rows = (
        f"| `{kind.id}` | {kind.class_} | {_shown(kind.message)} | {kind.why} |" for kind in KINDS.values()
    )
    return "\n".join(["| kind | class | says | why this class |", "|---|---|---|---|", *rows])


def _shown(message: str) -> str:
    return message.format(what="*what*", name="*kind*", old="*old*", new="*new*")
