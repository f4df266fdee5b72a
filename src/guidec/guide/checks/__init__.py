"""Checks of a whole guide: what parses and still does not help a reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.diagnostics import Diagnostic
    from guidec.guide.blocks import BlockMaker
    from guidec.guide.cover import Cover
    from guidec.guide.models import Guide
    from guidec.guide.scope import Scope
    from guidec.mdx.nodes import Node


def check_guide(
    guide: Guide, cover: Cover, content: Sequence[Node], scope: Scope, maker: BlockMaker
) -> list[Diagnostic]:
    """Give everything that the checks find, in no particular order."""
    return []
