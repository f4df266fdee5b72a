"""Tables of the typed guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.inline_components import inline_components
from guidec.guide.text import markdown, plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from guidec.guide.passages import Passage
    from guidec.guide.reading import Reading


def table_block(reading: Reading, node: nodes.Table, lead: Passage | None) -> models.TableBlock:
    """Make a table; each cell is a passage that knows its column and its row."""
    rows = [row for row in node.children if isinstance(row, nodes.TableRow)]
    heads = [plain_text([cell]) for cell in rows[0].children]
    cells: list[list[models.TableCell]] = []
    for row in rows:
        first = plain_text([row.children[0]]) if row.children else ""
        made = []
        for number, cell in enumerate(row.children):
            content = cell.children if isinstance(cell, nodes.TableCell) else (cell,)
            column = heads[number] if number < len(heads) and row is not rows[0] else None
            passage = reading.say(
                "cell", content, cell.position, lead, column=column, row=first, row_position=row.position
            )
            made.append(
                models.TableCell(
                    text=passage.text, markdown=markdown(content), components=inline_components(content)
                )
            )
        cells.append(made)
    return models.TableBlock(align=list(node.align), head=cells[0], rows=cells[1:])
