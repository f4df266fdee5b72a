"""Components that a project's configuration describes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from guidec.config import Component, Settings
from guidec.files import Files
from guidec.guide.compile import compile_guide
from guidec.loader import Loader
from guidec.source import Source

if TYPE_CHECKING:
    from guidec.guide.models import Guide


def guide_with(text: str, **components: Component) -> Guide:
    """Compile a guide of a project with components of its own."""
    source = Source(f"# T\n\n{text}\n", "guide.mdx")
    found = compile_guide(source, Settings(components=components), Loader(Files(Path("no-such-folder"))))
    assert found.guide is not None
    assert not found.diagnostics
    return found.guide


def test_an_image_has_its_path_and_title_in_attributes_of_its_own() -> None:
    shot = Component("image", None, "caption", "file")
    guide = guide_with('<Shot file="https://a.example/a.png" alt="The form" caption="Before" />', Shot=shot)
    assert [(image.url, image.alt, image.title) for image in guide.images] == [
        ("https://a.example/a.png", "The form", "Before")
    ]


def test_an_image_may_be_called_as_usual() -> None:
    guide = guide_with('<Shot src="https://a.example/a.png" alt="The form" />', Shot=Component("image"))
    assert [(image.url, image.title) for image in guide.images] == [("https://a.example/a.png", None)]


def test_a_link_has_its_address_in_an_attribute_of_its_own() -> None:
    go = Component("link", None, None, "target")
    guide = guide_with('<Go target="https://a.example/x">Go on</Go>', Go=go)
    assert [(link.url, link.text) for link in guide.links] == [("https://a.example/x", "Go on")]
