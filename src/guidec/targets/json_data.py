"""The typed guide as JSON: every key present, in the order of the models."""

from __future__ import annotations

from guidec.guide.models import Guide
from guidec.targets.checked import unreadable
from guidec.targets.target import Options, Rendered, Target


def render(guide: Guide, _options: Options) -> Rendered:
    """Render `json/ID.json`: UTF-8, two spaces of indentation, a line feed at the end."""
    path = f"json/{guide.id}.json"
    try:
        text = guide.model_dump_json(indent=2) + "\n"
        same = Guide.model_validate_json(text) == guide
    except ValueError as error:  # also where blocks nest deeper than JSON readers go: some 200 levels of JSON
        return unreadable(guide, path, str(error))
    return Rendered({path: text}) if same else unreadable(guide, path, "another guide than the one written")


TARGET = Target(name="json", summary="the typed guide as JSON", render=render)
