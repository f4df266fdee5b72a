"""The page of what `import guidec` offers, from its signatures and docstrings."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

import guidec
from guidec.targets.schemas import json_schema
from reference.attribute_docs import attribute_docs
from reference.text import code, page, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEAD = """\
# Python

Everything here is imported from `guidec` itself; what else the package holds may change without notice, but for the
parser, which [has a page of its own](../explanation/mdx.md).

```python
import guidec

guide = guidec.compile("content/clickup.mdx")
print(guide.sections[0].steps[0].title)
```

All of it may be called from several threads at once.
"""
FUNCTIONS = ("compile", "check", "render", "render_files", "diff", "parse_mdx")
CLASSES = ("CompileError", "Options", "Diagnostic", "Note", "Rule", "Severity")
ANNOTATION = re.compile(r"(: |-> )'([^']*)'")
MODELS = """\
## Models

A guide and a diff are frozen pydantic models, with the fields that their JSON has: `guide.model_dump_json()` is what
`guidec build` writes, and `guidec.Guide.model_validate_json` reads it.
"""


def python_page() -> str:
    """Write the page."""
    return page(
        HEAD,
        "## Functions",
        *(_function(name) for name in FUNCTIONS),
        "## Classes",
        *(_class(name) for name in CLASSES),
        MODELS,
        table("model | what it is", _models()),
    )


def _function(name: str) -> str:
    function: Callable[..., object] = getattr(guidec, name)
    signature = ANNOTATION.sub(r"\1\2", str(inspect.signature(function)))
    return page(f"### {name}", f"```python\nguidec.{name}{signature}\n```", inspect.getdoc(function) or "")


def _class(name: str) -> str:
    cls: type = getattr(guidec, name)
    docs = attribute_docs(cls)
    types = {member: repr(str(value)) for member, value in getattr(cls, "__members__", {}).items()}
    types |= {key: field.type for key, field in getattr(cls, "__dataclass_fields__", {}).items()}
    rows = (
        [code(key), " or ".join(map(code, types.get(key, "").split(" | "))), docs.get(key, "")]
        for key in {**types, **docs}
    )
    return page(f"### {name}", inspect.getdoc(cls) or "", table("attribute | value | what it is", rows))


def _models() -> Iterator[list[str]]:
    for form in ("guide", "diff"):
        schema = json_schema(form)
        for name, part in {schema["title"]: schema, **schema["$defs"]}.items():
            if name in guidec.__all__ and name not in CLASSES:
                yield [f"[`{name}`](format-{form}.md#{name.lower()})", part["description"]]
