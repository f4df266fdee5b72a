"""Which section or step of one version is which of the other, and what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from guidec.changes.matching import Matching, out_of_order
from guidec.changes.report import spot_of_part
from guidec.changes.similarity import without_numbers

if TYPE_CHECKING:
    from guidec.changes.outline import Outline, Part
    from guidec.changes.report import Report
    from guidec.changes.told import Told

ALIKE = 0.5
"""The share of words that two parts with different titles have in common if they are the same one."""
TAKEN = 0.5
"""The share of the words of a part that must have left another one, if it was split from that."""

FRAME = 3
"""How many times as many words a section inside another must have, for that to be a frame around it."""


def match_parts(old: Outline, new: Outline) -> None:
    """Tell each section and step what it is on the other side; the guides themselves are the same one."""
    _join(old.root, new.root)
    _match([part for part in old.parts if not part.is_step], [part for part in new.parts if not part.is_step])
    _match([part for part in old.parts if part.is_step], [part for part in new.parts if part.is_step])
    _match_by_content(old)
    _relate(old)
    _relate(new)


def compare_parts(old: Outline, new: Outline, report: Report, told: Told) -> None:
    """Report what became of the sections and steps."""
    pairs = [(part, part.twin) for part in old.parts if part.twin]
    moved = _moved(pairs)
    for before in old.parts:
        if before.twin:
            _compare(before, before.twin, before in moved, report, told)
        elif before.relative:
            _report(report, "merged", before, before.relative, before.title, before.relative.title)
        elif not is_inside_unmatched(before.parent):
            report.add(f"{_noun(before)}-removed", spot_of_part(before, before.title), None, before.title)
    for after in new.parts:
        if after.twin:
            continue
        if after.relative:
            _report(report, "split", after.relative, after, after.relative.title, after.title)
        elif not is_inside_unmatched(after.parent):
            report.add(f"{_noun(after)}-added", None, spot_of_part(after, after.title), after.title)


def is_inside_unmatched(part: Part | None) -> bool:
    """Tell whether a part is new or gone, or stands in one that is."""
    while part:
        if part.twin is None and part.relative is None:
            return True
        part = part.parent
    return False


def is_elsewhere(old: Part, new: Part) -> bool:
    """Tell whether what stood in `old` and stands in `new` has gone somewhere else."""
    if old.twin is new or new.relative is old or old.relative is new:
        return False
    if old.twin and new.twin:
        return True
    # One of both is gone or new: whatever was around it counts.
    return _anchor(old).twin is not _anchor(new)


def _match(old: list[Part], new: list[Part]) -> None:
    matching = Matching(old, new)
    matching.by(lambda part: (_mark(part), part.id, part.title, part.text))
    matching.by(lambda part: (_mark(part), part.title, part.text))
    matching.by(lambda part: (part.title, part.text) if part.text else None)
    matching.by(lambda part: (part.id, part.heading) if part.heading else None)
    matching.by(lambda part: (_mark(part), part.heading) if part.heading else None)
    matching.by(lambda part: part.heading)
    matching.by_words(lambda part: part.words, ALIKE)
    for before, after in matching.pairs:
        _join(before, after)


def _mark(part: Part) -> int | None:
    """Give what is the same for the section around a part on both sides, as far as it is known."""
    around = part.parent.section if part.parent else None
    return around.mark if around else 0


def _join(old: Part, new: Part) -> None:
    old.twin, new.twin = new, old
    old.mark = new.mark = old.index


def _match_by_content(old: Outline) -> None:
    """Match sections whose titles and texts are new, but which hold the same parts: most of both are in the other."""
    for part in reversed(old.parts):
        if part.twin is None and (kept := [inner.twin for inner in part.inner if inner.twin]):
            homes = Counter(twin.parent for twin in kept if twin.parent)
            home, count = homes.most_common(1)[0]
            if (
                home.twin is None
                and home.is_step == part.is_step
                and 2 * count > max(len(part.inner), len(home.inner))
            ):
                _join(part, home)


def _relate(side: Outline) -> None:
    """Find out what was split from, or merged into, a part beside it or around it."""
    for around in (side.root, *side.parts):
        for kind in (True, False):
            siblings = [part for part in around.inner if part.is_step is kind]
            above = [around] if around.node and around.is_step is kind else []
            before, behind = _last_matched(siblings), _last_matched(siblings[::-1])[::-1]
            for part, *near in zip(siblings, before, behind, strict=True):
                if part.twin is None:
                    part.relative = _relative(part, [*filter(None, near), *above])


def _last_matched(siblings: list[Part]) -> list[Part | None]:
    """Give for each part the last one before it that is known on the other side."""
    last: Part | None = None
    found: list[Part | None] = []
    for part in siblings:
        found.append(last)
        last = part if part.twin else last
    return found


def _relative(part: Part, near: list[Part]) -> Part | None:
    """Give the other form of the part near it that most words of `part` came from, or went to."""
    return next((one.twin for one in near if one.twin and _came_from(part, one, one.twin)), None)


def _came_from(part: Part, near: Part, twin: Part) -> bool:
    """Tell whether most words of `part` are those that `twin`, the other form of `near`, has more than `near`."""
    if near is part.parent and len(near.words) * FRAME < len(part.words):
        return False  # what is around it holds little else: it is a frame, and no half
    words = without_numbers(part.words)
    left = without_numbers(twin.words - near.words)
    return bool(words) and len(words & left) >= TAKEN * len(words)


def _moved(pairs: list[tuple[Part, Part]]) -> set[Part]:
    """Give the parts that are out of order among those around them, or in another part."""
    groups: defaultdict[tuple[Part, Part, bool], list[tuple[Part, Part]]] = defaultdict(list)
    moved: set[Part] = set()
    for before, after in pairs:
        around, other = before.parent or before, after.parent or after
        if is_elsewhere(around, other):
            moved.add(before)
        else:
            groups[_anchor(around), _anchor(other), before.is_step].append((before, after))
    for group in groups.values():
        moved |= {group[i][0] for i in out_of_order([after.index for _, after in group])}
    return moved


def _anchor(part: Part) -> Part:
    """Give the innermost matched part around something, which at last is the guide."""
    while part.twin is None and part.parent:
        part = part.parent
    return part


def _compare(old: Part, new: Part, moved: bool, report: Report, told: Told) -> None:
    if moved:
        _report(report, "moved", old, new, _before(old), _before(new))
    _compare_names(old, new, report, told)
    before, after = old.node, new.node
    if not before or not after:
        return
    if before.scopes != after.scopes:
        _report(report, "scopes-changed", old, new, _scopes(before.scopes), _scopes(after.scopes))
    if not old.is_step and getattr(before, "kind", None) != getattr(after, "kind", None):
        _report(report, "kind-changed", old, new, getattr(before, "kind", None), getattr(after, "kind", None))
    if getattr(before, "optional", False) != getattr(after, "optional", False):
        _report(report, "optional" if getattr(after, "optional", False) else "required", old, new)
    if getattr(before, "show_scopes", False) != getattr(after, "show_scopes", False):
        shown = getattr(after, "show_scopes", False)
        _report(report, "scopes-shown" if shown else "scopes-not-shown", old, new)


def _compare_names(old: Part, new: Part, report: Report, told: Told) -> None:
    same_id = _own_id(old) == _own_id(new)
    if (old.heading or "") != (new.heading or ""):
        _report(report, "title-changed" if same_id else "renamed", old, new, old.title, new.title)
    elif not same_id and old.title != new.title:
        told.change(old, old.first_line, new.first_line)
        _report(report, "renamed", old, new, old.title, new.title)
    elif not same_id:
        _report(report, "id-changed", old, new, old.id, new.id)


def _own_id(part: Part) -> str:
    """Give the id of a part; where it begins with that of the section around it, only what follows."""
    around = part.parent.section if part.parent else None
    if around and around.twin and part.twin and part.twin.parent and part.twin.parent.section is around.twin:
        return part.id.removeprefix(f"{around.id}-")
    return part.id


def _report(
    report: Report, event: str, old: Part, new: Part, before: str | None = None, after: str | None = None
) -> None:
    report.add(
        f"{_noun(new)}-{event}", spot_of_part(old, before), spot_of_part(new, after), new.title or old.title
    )


def _before(part: Part) -> str | None:
    """Give the title of what stands before a part: the part beside it, or the one around it."""
    return (part.previous.title if part.previous else None) or (part.parent.title if part.parent else None)


def _noun(part: Part) -> str:
    return "step" if part.is_step else "section"


def _scopes(scopes: list[str]) -> str:
    return " ".join(scopes)
