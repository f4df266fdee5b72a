"""Guides that hypothesis makes up for the tests of comparisons: few words, so that much is alike and little is the same."""

from __future__ import annotations

from hypothesis import strategies as st

from guidec.guide.models import Guide
from guides import (
    HERE,
    Action,
    AdmonitionRef,
    Block,
    Credential,
    Image,
    Link,
    RedirectUrl,
    Section,
    Setting,
    Step,
    StepsBlock,
    admonition,
    guide,
    item,
    p,
    section,
    step,
    table,
    ul,
)

WORDS = ["save", "open", "the", "form", "app", "`code`", "`a.read`", "scope", "copy", "client", "id"]

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
titles = st.none() | st.lists(st.sampled_from(WORDS[:5]), min_size=1, max_size=3).map(" ".join)
items = st.builds(lambda text, optional: item(text, optional=optional), texts, st.booleans())
blocks: st.SearchStrategy[Block] = st.one_of(
    texts.map(p),
    st.lists(items, min_size=1, max_size=3).map(lambda made: ul(*made)),
    texts.map(lambda text: table([text], [text])),
    texts.map(lambda text: admonition("note", p(text))),
)
scopes = st.lists(st.sampled_from(["a.read", "a.write"]), max_size=2, unique=True)
steps = st.builds(
    lambda title, content, named, optional: step(title, *content, scopes=named, optional=optional),
    titles,
    st.lists(blocks, max_size=3),
    scopes,
    st.booleans(),
)
nested = st.builds(
    lambda outer, inner: outer.model_copy(update={"content": [*outer.content, StepsBlock(steps=inner)]}),
    steps,
    st.lists(steps, max_size=2),
)
sections = st.builds(
    lambda title, made, intro: section(title, *made, intro=intro),
    titles,
    st.lists(steps | nested, max_size=3),
    st.lists(blocks, max_size=2),
)
parents = st.builds(
    lambda outer, inner: outer.model_copy(update={"sections": inner}),
    sections,
    st.lists(sections, max_size=2),
)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """Make a guide whose ids are unique and whose indexes name parts that it has."""
    made = guide(*draw(st.lists(sections | parents, max_size=2)))
    numbered, ids = _with_ids(made.sections)
    where = st.sampled_from([None, *ids])
    urls = st.sampled_from(
        ["https://a.example/callback", "https://b.example/callback", "https://a.example/done"]
    )
    labels = st.sampled_from(["Client ID", "Client Secret", "App name", "Domain"])

    def entries(model: type, **fields: st.SearchStrategy[object]) -> list[object]:
        built = st.builds(model, position=st.just(HERE), section=where, **fields)
        return draw(st.lists(built, max_size=3))

    return made.model_copy(
        update={
            "sections": numbered,
            "title": draw(texts),
            "actions": draw(
                st.lists(
                    st.builds(Action, id=texts, label=texts, scopes=scopes),
                    max_size=2,
                    unique_by=lambda a: a.id,
                )
            ),
            "redirect_urls": entries(RedirectUrl, url=urls, label=st.none() | labels),
            "credentials": entries(
                Credential, label=labels, key=labels.map(_key), secret=st.booleans(), optional=st.booleans()
            ),
            "settings": entries(Setting, label=labels, value=st.none() | texts, optional=st.booleans()),
            "links": entries(Link, url=urls, text=texts),
            "images": entries(Image, url=urls, alt=texts),
            "admonitions": entries(
                AdmonitionRef,
                kind=st.sampled_from(["note", "warning"]),
                text=texts,
                component=st.just("Note"),
            ),
        }
    )


def _key(label: str) -> str:
    return label.lower().replace(" ", "_")


def _with_ids(made: list[Section]) -> tuple[list[Section], list[str]]:
    """Give each section and step an id of its own, as the compiler does: the second of two equal ones gets a number."""
    ids: list[str] = []

    def take(wanted: str) -> str:
        number, given = 1, wanted
        while given in ids:
            number += 1
            given = f"{wanted}-{number}"
        ids.append(given)
        return given

    def with_id(part: Section | Step, around: str) -> Section | Step:
        name = take(f"{around}{part.id}")
        if isinstance(part, Section):
            return part.model_copy(
                update={
                    "id": name,
                    "steps": [with_id(one, f"{name}-") for one in part.steps],
                    "sections": [with_id(one, "") for one in part.sections],
                }
            )
        content = [
            block.model_copy(update={"steps": [with_id(one, f"{name}-") for one in block.steps]})
            if isinstance(block, StepsBlock)
            else block
            for block in part.content
        ]
        return part.model_copy(update={"id": name, "content": content})

    numbered = [with_id(one, "") for one in made]
    return [one for one in numbered if isinstance(one, Section)], ids
