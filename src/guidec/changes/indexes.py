"""What changed in the indexes: what is registered, copied, typed, warned of, linked and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from guidec.changes.matching import Matching
from guidec.changes.parts import is_elsewhere, is_inside_unmatched
from guidec.changes.report import Spot, spot_of_entry
from guidec.changes.similarity import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.changes.outline import Outline, Part
    from guidec.changes.report import Report
    from guidec.changes.told import Told
    from guidec.guide.models import AdmonitionRef, Credential, Image, Link, RedirectUrl, Setting
    from guidec.guide.models.indexes import Entry

    AnyEntry = TypeVar("AnyEntry", bound=Entry)
else:
    AnyEntry = TypeVar("AnyEntry")

ALIKE = 0.5
"""The share of words that two entries have in common if one was made of the other."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[AnyEntry]):
    """An entry of an index, and the part that it stands in."""

    entry: AnyEntry
    part: Part

    @property
    def around(self) -> int | None:
        """What is the same for the part around it on both sides."""
        return self.part.mark

    def spot(self, value: str | None) -> Spot:
        """Give its place, with what is of interest there."""
        return spot_of_entry(self.entry, self.part, value)


def compare_indexes(old: Outline, new: Outline, report: Report, told: Told) -> None:
    """Report what changed in all indexes."""
    before, after = old.guide, new.guide
    _redirect_urls(_matching(old, before.redirect_urls, new, after.redirect_urls), report, told)
    _credentials(_matching(old, before.credentials, new, after.credentials), report, told)
    _settings(_matching(old, before.settings, new, after.settings), report, told)
    _admonitions(_matching(old, before.admonitions, new, after.admonitions), report, told)
    _links(_matching(old, before.links, new, after.links), report, told)
    _images(_matching(old, before.images, new, after.images), report)


def _matching(
    old: Outline, before: Sequence[AnyEntry], new: Outline, after: Sequence[AnyEntry]
) -> Matching[Placed[AnyEntry]]:
    return Matching(
        [Placed(entry, old.part_of(entry.section, entry.step)) for entry in before],
        [Placed(entry, new.part_of(entry.section, entry.step)) for entry in after],
    )


def _redirect_urls(matching: Matching[Placed[RedirectUrl]], report: Report, told: Told) -> None:
    matching.by(lambda one: one.entry.url)
    matching.by(lambda one: (one.around, one.entry.label))
    matching.by(lambda one: one.entry.label)
    matching.by_words(lambda one: words_of(one.entry.url), ALIKE)
    if len(matching.gone) == len(matching.added) == 1:
        matching.by(lambda _: "the only one")
    for old, new in matching.pairs:
        if old.entry.url != new.entry.url:
            told.change(old.part, old.entry.url, new.entry.url)
            report.add(
                "redirect-url-changed", old.spot(old.entry.url), new.spot(new.entry.url), new.entry.label
            )
        if old.entry.label != new.entry.label:
            told.change(old.part, old.entry.label, new.entry.label)
            report.add(
                "redirect-url-label-changed",
                old.spot(old.entry.label),
                new.spot(new.entry.label),
                new.entry.url,
            )
    for one in matching.gone:
        told.gone[one.part].append((one.entry.url,))
        report.add("redirect-url-removed", one.spot(one.entry.url), None, one.entry.label)
    for one in matching.added:
        told.new[one.part].append((one.entry.url,))
        report.add("redirect-url-added", None, one.spot(one.entry.url), one.entry.label)


def _credentials(matching: Matching[Placed[Credential]], report: Report, told: Told) -> None:
    matching.by(lambda one: one.entry.key)
    matching.by_words(lambda one: words_of(one.entry.label), ALIKE)
    for old, new in matching.pairs:
        _credential(old, new, report, told)
    for one in matching.gone:
        told.gone[one.part].append((one.entry.label,))
        kind = "optional-credential-removed" if one.entry.optional else "credential-removed"
        report.add(kind, one.spot(one.entry.key), None, one.entry.label)
    for one in matching.added:
        told.new[one.part].append((one.entry.label,))
        kind = "optional-credential-added" if one.entry.optional else "credential-added"
        report.add(kind, None, one.spot(one.entry.key), one.entry.label)


def _credential(old: Placed[Credential], new: Placed[Credential], report: Report, told: Told) -> None:
    before, after = old.entry, new.entry
    if before.label != after.label:
        told.change(old.part, before.label, after.label)
    if before.key != after.key:
        report.add("credential-renamed", old.spot(before.label), new.spot(after.label), after.label)
    elif before.label != after.label:
        report.add("credential-label-changed", old.spot(before.label), new.spot(after.label), after.label)
    if before.optional != after.optional:
        told.optional[old.part].append(before.label)
        kind = "credential-optional" if after.optional else "credential-required"
        report.add(kind, old.spot(before.key), new.spot(after.key), after.label)
    if before.secret != after.secret:
        kind = "credential-secret" if after.secret else "credential-not-secret"
        report.add(kind, old.spot(before.key), new.spot(after.key), after.label)
    if before.hint != after.hint:
        told.change(old.part, before.hint, after.hint)
        report.add("credential-hint-changed", old.spot(before.hint), new.spot(after.hint), after.label)


def _settings(matching: Matching[Placed[Setting]], report: Report, told: Told) -> None:
    matching.by(lambda one: (one.around, one.entry.label, one.entry.value))
    matching.by(lambda one: (one.entry.label, one.entry.value))
    matching.by(lambda one: (one.around, one.entry.label))
    matching.by(lambda one: one.entry.label)
    matching.by(lambda one: (one.around, one.entry.value) if one.entry.value else None)
    matching.by_words(
        lambda one: words_of(f"{one.entry.label} {one.entry.value or one.entry.hint or ''}"), ALIKE
    )
    for old, new in matching.pairs:
        _setting(old, new, report, told)
    for one in matching.gone:
        told.gone[one.part].append((one.entry.label, one.entry.value or ""))
        report.add("setting-removed", one.spot(one.entry.value), None, one.entry.label)
    for one in matching.added:
        told.new[one.part].append((one.entry.label, one.entry.value or ""))
        report.add("setting-added", None, one.spot(one.entry.value), one.entry.label)


def _setting(old: Placed[Setting], new: Placed[Setting], report: Report, told: Told) -> None:
    before, after = old.entry, new.entry
    if before.label != after.label:
        told.change(old.part, before.label, after.label)
        report.add("setting-renamed", old.spot(before.label), new.spot(after.label), after.label)
    if before.value != after.value:
        told.change(old.part, before.value or before.hint, after.value or after.hint)
        report.add("setting-changed", old.spot(before.value), new.spot(after.value), after.label)
    elif before.hint != after.hint:
        told.change(old.part, before.hint, after.hint)
        report.add("setting-hint-changed", old.spot(before.hint), new.spot(after.hint), after.label)
    if before.optional != after.optional:
        kind = "setting-optional" if after.optional else "setting-required"
        told.optional[old.part].append(before.label)
        report.add(kind, old.spot(before.value), new.spot(after.value), after.label)


def _admonitions(matching: Matching[Placed[AdmonitionRef]], report: Report, told: Told) -> None:
    matching.by(lambda one: (one.around, one.entry.kind, one.entry.title, one.entry.text))
    matching.by(lambda one: (one.entry.kind, one.entry.title, one.entry.text))
    matching.by(lambda one: (one.around, one.entry.text))
    matching.by(lambda one: one.entry.text)
    matching.by_words(lambda one: words_of(_callout(one.entry)), ALIKE)
    for old, new in matching.pairs:
        before, after = old.entry, new.entry
        if before.kind != after.kind:
            what = _callout(after)
            report.add("admonition-kind-changed", old.spot(before.kind), new.spot(after.kind), what)
        if not told.is_same(_callout(before), _callout(after), old.part):
            old_spot, new_spot = old.spot(_callout(before)), new.spot(_callout(after))
            report.add("admonition-reworded", old_spot, new_spot, after.kind)
        if is_elsewhere(old.part, new.part):
            old_spot, new_spot = old.spot(_callout(before)), new.spot(_callout(after))
            report.add("admonition-moved", old_spot, new_spot, after.kind)
    for one in _outside_unmatched(matching.gone):
        report.add("admonition-removed", one.spot(_callout(one.entry)), None, one.entry.kind)
    for one in _outside_unmatched(matching.added):
        report.add("admonition-added", None, one.spot(_callout(one.entry)), one.entry.kind)


def _callout(entry: AdmonitionRef) -> str:
    return f"{entry.title}: {entry.text}" if entry.title else entry.text


def _links(matching: Matching[Placed[Link]], report: Report, told: Told) -> None:
    matching.by(lambda one: (one.around, one.entry.url, one.entry.text))
    matching.by(lambda one: (one.entry.url, one.entry.text))
    matching.by(lambda one: (one.around, one.entry.url))
    matching.by(lambda one: (one.around, one.entry.text))
    matching.by(lambda one: one.entry.url)
    matching.by(lambda one: one.entry.text or None)
    for old, new in matching.pairs:
        if old.entry.url != new.entry.url:
            told.change(old.part, old.entry.url, new.entry.url)
            report.add("link-changed", old.spot(old.entry.url), new.spot(new.entry.url), new.entry.text)
    for one in _outside_unmatched(matching.gone):
        report.add("link-removed", one.spot(one.entry.url), None, one.entry.text)
    for one in _outside_unmatched(matching.added):
        report.add("link-added", None, one.spot(one.entry.url), one.entry.text)


def _images(matching: Matching[Placed[Image]], report: Report) -> None:
    matching.by(lambda one: (one.around, one.entry.url, one.entry.alt))
    matching.by(lambda one: (one.entry.url, one.entry.alt))
    matching.by(lambda one: one.entry.url)
    matching.by(lambda one: (one.around, one.entry.alt) if one.entry.alt else None)
    for old, new in matching.pairs:
        before, after = old.entry, new.entry
        if before.url != after.url:
            report.add("image-changed", old.spot(before.url), new.spot(after.url), after.alt)
        if before.alt != after.alt:
            report.add("image-text-changed", old.spot(before.alt), new.spot(after.alt), after.url)
    for one in _outside_unmatched(matching.gone):
        report.add("image-removed", one.spot(one.entry.url), None, one.entry.alt)
    for one in _outside_unmatched(matching.added):
        report.add("image-added", None, one.spot(one.entry.url), one.entry.alt)


def _outside_unmatched(entries: list[Placed[AnyEntry]]) -> list[Placed[AnyEntry]]:
    """Give the entries that do not simply come or go with the section or step around them."""
    return [one for one in entries if not is_inside_unmatched(one.part)]
