"""What authors can write in each documentation system, and what it is: a table for each system.

A line for each block: `! kind "title" spelling: text` is a callout, `[title]` a tab, `(title)` an accordion, `* title`
a step, `## title` a section, `<Name attributes>` a component, `code lang: value` code, the rest text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from compiling import guide_of
from guidec.targets.mdx import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COVER = '---\ntitle: "T"\n---\n\n'

DOCUSAURUS = {
    "a title": (":::note Read me\n\nText.\n\n:::", ['! note "Read me" :::note: Text.']),
    "a title with marks": (
        ":::note[Read **me**]{.wide #own}\n\nText.\n\n:::",
        ['! note "Read me" :::note: Text.'],
    ),
    "an id": (":::info{#own}\n\nText.\n\n:::", ["! info - :::info: Text."]),
    "a title as an attribute": (':::tip{title="Read me"}\nText.\n:::', ['! tip "Read me" :::tip: Text.']),
    "nested": (
        ":::::info Outer\n\nA.\n\n::::danger[Middle]\n\nB.\n\n:::tip\n\nC.\n\n:::\n\n::::\n\n:::::",
        ['! info "Outer" :::info: A. B. C.', '! danger "Middle" :::danger: B. C.', "! tip - :::tip: C."],
    ),
    "old kinds": (
        ":::secondary\nA.\n:::\n\n:::important\nB.\n:::",
        ["! note - :::secondary: A.", "! info - :::important: B."],
    ),
    "a component": (
        "<Admonition type='tip' icon='x' title='Read me'>\n<p>Text.</p>\n</Admonition>",
        ['! tip "Read me" Admonition type=tip: Text.'],
    ),
    "tabs": (
        "<Tabs groupId='os' queryString>\n<TabItem value='win' label='Windows' default>\nA.\n</TabItem>\n<TabItem value='mac'>\nB.\n</TabItem>\n</Tabs>",
        ["[Windows]", "  A.", "[mac]", "  B."],
    ),
    "tabs by value": (
        "<Tabs defaultValue='a' values={[{label: 'One', value: 'a'}, {label: 'Two', value: 'b'}]}>\n<TabItem value='b'>\nB.\n</TabItem>\n<TabItem value='a'>\nA.\n</TabItem>\n</Tabs>",
        ["[Two]", "  B.", "[One]", "  A."],
    ),
    "details": (
        "<details>\n  <summary>More of **it**</summary>\n  <div>\n    Text.\n  </div>\n</details>",
        ["(More of it)", "  Text."],
    ),
    "code": (
        '<CodeBlock language="js" title="a.js">\n  {`let a = 1\nlet b = 2`}\n</CodeBlock>',
        ["code js: let a = 1|let b = 2"],
    ),
    "contents": ("<TOCInline toc={toc} />", ["<TOCInline {'toc': '{toc}'}>"]),
    "an image that is bundled": (
        "<img src={require('./a.png').default} alt='A' />\n\n<img src={useBaseUrl('/b.png')} />",
        ["image ./a.png: A", "image /b.png: "],
    ),
    "an ideal image": (
        "import Image from '@theme/IdealImage';\n\n<Image img={require('./a.png')} alt='A' />",
        ["image ./a.png: A"],
    ),
    "an image by theme": (
        "<ThemedImage alt='A' sources={{light: '/a.png', dark: '/b.png'}} />",
        ["image /a.png: A"],
    ),
    "comment": ("{/* not seen */}\n\nText.", ["Text."]),
}
STARLIGHT = {
    "an aside": (
        "<Aside type='caution' title='Read me' icon='heart'>Text.</Aside>",
        ['! warning "Read me" Aside type=caution: Text.'],
    ),
    "an icon": (':::tip[Read me]{icon="heart"}\nText.\n:::', ['! tip "Read me" :::tip: Text.']),
    "steps": (
        "## S\n\n<Steps>\n\n1. A.\n\n   :::danger\n   B.\n   :::\n\n2. C.\n\n</Steps>",
        ["## S", "  *", "    A.", "    ! danger - :::danger: B.", "  *", "    C."],
    ),
    "tabs": (
        "<Tabs syncKey='pkg'>\n<TabItem label='npm' icon='seti:npm'>\nA.\n</TabItem>\n</Tabs>",
        ["[npm]", "  A."],
    ),
    "files": (
        "<FileTree>\n\n- src\n  - **a.js** read it\n\n</FileTree>",
        ["<FileTree {}>", "  - src", "    - a.js read it"],
    ),
    "cards": (
        "<LinkCard title='A' href='/a' description='B' />",
        ["<LinkCard {'title': 'A', 'href': '/a', 'description': 'B'}>", "-> A /a"],
    ),
    "buttons": (
        "<LinkButton href='/a' icon='x'>Read on</LinkButton>",
        ["<LinkButton {'href': '/a', 'icon': 'x'}>", "  Read on", "-> Read on /a"],
    ),
    "badges": ("## A <Badge text='New' />\n\nText.", ["## A", "  Text."]),
    "code": ("<Code code={`let a = 1`} lang='js' title='a.js' />", ["code js: let a = 1"]),
    "code that is imported": (
        "<Code code={source} lang='js' />",
        ["<Code {'code': '{source}', 'lang': 'js'}>"],
    ),
    "an image": ("import logo from '../a.png';\n\n<Image src={logo} alt='A' />", ["image ../a.png: A"]),
}
NEXTRA = {
    "callouts": (
        "<Callout type='warning' emoji='x'>\n  A.\n</Callout>\n\n<Callout type='important'>B.</Callout>\n\n<Callout>C.</Callout>",
        [
            "! warning - Callout type=warning: A.",
            "! info - Callout type=important: B.",
            "! info - Callout: C.",
        ],
    ),
    "tabs": (
        "<Tabs items={['One', 'Two']} storageKey='k'>\n<Tabs.Tab>\nA.\n</Tabs.Tab>\n<Tabs.Tab>\nB.\n</Tabs.Tab>\n</Tabs>",
        ["[One]", "  A.", "[Two]", "  B."],
    ),
    "tabs with labels": (
        "<Tabs items={[{label: 'One', disabled: true}]}>\n<Tabs.Tab>\nA.\n</Tabs.Tab>\n</Tabs>",
        ["[One]", "  A."],
    ),
    "steps": (
        "## S\n\n<Steps>\n### A\n\nB.\n\n### C\n\nD.\n</Steps>",
        ["## S", "  * A", "    B.", "  * C", "    D."],
    ),
    "steps that contents leave out": (
        "## S\n\n<Steps>\n{<h3>A</h3>}\n\nB.\n\n{<h3>C</h3>}\n\nD.\n</Steps>",
        ["## S", "  * A", "    B.", "  * C", "    D."],
    ),
    "cards": (
        "<Cards num={2}>\n<Cards.Card title='A' href='/a' arrow />\n</Cards>",
        ["<Cards.Card {'title': 'A', 'href': '/a', 'arrow': True}>", "-> A /a"],
    ),
}
FUMADOCS = {
    "callouts": (
        "<Callout title='Read me' type='idea'>A.</Callout>\n\n<Callout type='warn'>B.</Callout>",
        ['! tip "Read me" Callout type=idea: A.', "! warning - Callout type=warn: B."],
    ),
    "tabs by name": (
        "<Tabs items={['One', 'Two']}>\n<Tab value='Two'>\nB.\n</Tab>\n<Tab value='One'>\nA.\n</Tab>\n</Tabs>",
        ["[Two]", "  B.", "[One]", "  A."],
    ),
    "tabs by another name": (
        "<Tabs items={['One']}>\n<Tab value='other'>\nA.\n</Tab>\n<Tab value='one'>\nB.\n</Tab>\n</Tabs>",
        ["[other]", "  A.", "[One]", "  B."],
    ),
    "tabs by order": (
        "<Tabs groupId='g' items={['One']} persist>\n<Tab id='x'>\nA.\n</Tab>\n</Tabs>",
        ["[One]", "  A."],
    ),
    "tabs with triggers": (
        "<Tabs defaultValue='a'>\n<TabsList>\n<TabsTrigger value='a'>One</TabsTrigger>\n<TabsTrigger value='b'>Two</TabsTrigger>\n</TabsList>\n<TabsContent value='a'>\nA.\n</TabsContent>\n<TabsContent value='b'>\nB.\n</TabsContent>\n</Tabs>",
        ["[One]", "  A.", "[Two]", "  B."],
    ),
    "tabs of code": (
        '```ts tab="One"\na\n```\n\n```ts title="b.ts" tab="Two"\nb\n```\n\nText.',
        ["[One]", "  code ts: a", "[Two]", "  code ts: b", "Text."],
    ),
    "code in tabs": (
        "<CodeBlockTabs defaultValue='a'>\n<CodeBlockTabsList>\n<CodeBlockTabsTrigger value='a'>One</CodeBlockTabsTrigger>\n</CodeBlockTabsList>\n<CodeBlockTab value='a'>\n\n```ts\na\n```\n\n</CodeBlockTab>\n</CodeBlockTabs>",
        ["[One]", "  code ts: a"],
    ),
    "accordions": (
        "<Accordions type='single'>\n<Accordion title={<>A <b>b</b></>} id='x'>\nC.\n</Accordion>\n</Accordions>",
        ["(A b)", "  C."],
    ),
    "marked steps": (
        "## S\n\n### A [step] [#a]\n\nB.\n\n### C [!toc] [step]\n\nD.",
        ["## S", "  * A", "    B.", "  * C", "    D."],
    ),
    "directives": (":::warn[Read me]\nText.\n:::", ['! warning "Read me" :::warn: Text.']),
}
MINTLIFY = {
    "a callout of one's own": (
        "<Callout icon='key' color='#FFC107'>Text.</Callout>",
        ["! info - Callout: Text."],
    ),
    "code groups": (
        '<CodeGroup dropdown>\n\n```bash npm wrap\na\n```\n\n```js b.js icon="x" lines\nb\n```\n\n```python\nc\n```\n\n</CodeGroup>',
        ["[npm]", "  code bash: a", "[b.js]", "  code js: b", "[python]", "  code python: c"],
    ),
    "views": ("## S\n\n<View title='One' icon='x'>\nA.\n</View>", ["## S", "  [One]", "    A."]),
    "views of steps": (
        "## S\n\n<View title='One'>\n<Steps>\n<Step title='A'>B.</Step>\n</Steps>\n</View>",
        ["## S", "  [tab] One", "    * A", "      B."],
    ),
    "steps": (
        "## S\n\n<Steps titleSize='h3'>\n<Step title={`A`} stepNumber={3} icon='x' id='a'>\nB.\n</Step>\n</Steps>",
        ["## S", "  * A", "    B."],
    ),
    "fields": (
        "<ResponseField name='a' type='x' required>\n<Expandable title='parts'>\nB.\n</Expandable>\n</ResponseField>",
        ["<ResponseField {'name': 'a', 'type': 'x', 'required': True}>", "  (parts)", "    B."],
    ),
    "in text": (
        "A <Tooltip tip='b' cta='c' href='/d'>E</Tooltip> <Badge color='red'>F</Badge> <Icon icon='g' /> <Latex>x</Latex>",
        ["A E F x"],
    ),
    "headings": ("<Heading level={2} noAnchor>\nA\n</Heading>\n\nB.", ["## A", "  B."]),
    "tiles": (
        "<Columns cols={2}>\n<Tile href='/a' title='B' description='C'>\n<img src='/d.svg' alt='e' />\n</Tile>\n</Columns>",
        ["<Tile {'href': '/a', 'title': 'B', 'description': 'C'}>", "  image /d.svg: e", "-> B /a"],
    ),
    "values": (
        "export const host = 'a.example';\n\n<Note>b</Note>\n\n```text\nhttps://{host}/{other}\n```",
        ["! note - Note: b", "code text: https://a.example/{other}"],
    ),
}
CLERK = {
    "an alert with an id": ("> [!NOTE own-id]\n> A.", ["! note - [!NOTE own-id]: A."]),
    "a quiz": ("> [!QUIZ]\n> A.", ["! info - [!QUIZ]: A."]),
    "tabs of code": (
        "<CodeBlockTabs options={['One', 'Two']}>\n\n```sh {{ filename: 'x' }}\na\n```\n\n```sh\nb\n```\n\n</CodeBlockTabs>",
        ["[One]", "  code sh: a", "[Two]", "  code sh: b"],
    ),
    "accordions": (
        "<Accordion titles={['One', 'Two']}>\n<AccordionPanel>\nA.\n</AccordionPanel>\n<AccordionPanel>\nB.\n</AccordionPanel>\n</Accordion>",
        ["(One)", "  A.", "(Two)", "  B."],
    ),
    "conditions": ("<If sdk={['a', 'b']}>\nA.\n</If>", ["A."]),
    "images": ("![A](/a.png){{ dark: '/b.png' }}", ["image /a.png: A"]),
    "properties": (
        "<Properties>\n\n- `name`\n- `string`\n\nA.\n\n</Properties>",
        ["<Properties {}>", "  - name", "  - string", "  A."],
    ),
}
GITHUB = {
    "in a list": ("- A\n\n  > [!tip]\n  > B.", ["- A", "  ! tip - [!tip]: B."]),
    "folded": ("> [!warning]- Read me\n> A.", ['! warning "Read me" [!warning]: A.']),
    "code in it": (
        "> [!CAUTION]\n> A.\n>\n> ```sh\n> b\n> ```",
        ["! warning - [!CAUTION]: A. b", "  code sh: b"],
    ),
}
SYSTEMS = {
    "docusaurus": DOCUSAURUS,
    "starlight": STARLIGHT,
    "nextra": NEXTRA,
    "fumadocs": FUMADOCS,
    "mintlify": MINTLIFY,
    "clerk": CLERK,
    "github": GITHUB,
}
CASES = {f"{system}, {name}": case for system, cases in SYSTEMS.items() for name, case in cases.items()}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES)
def test_should_read(text: str, lines: list[str]) -> None:
    guide = guide_of(COVER + text + "\n")
    assert list(_lines(guide)) == lines
    assert list(_lines(guide_of(write(guide)))) == lines


def _lines(guide: Any) -> Iterator[str]:
    yield from _blocks(guide.intro, "")
    yield from _sections(guide.sections, "")
    for link in guide.links:
        yield f"-> {link.text} {link.url}"


def _sections(sections: Iterable[Any], indent: str) -> Iterator[str]:
    for section in sections:
        inner = indent + "  "
        if section.origin == "implied":
            inner = indent
        else:
            yield f"{indent}{'##' if section.kind == 'section' else f'[{section.kind}]'} {section.title}"
        yield from _blocks(section.intro, inner)
        for step in section.steps:
            yield f"{inner}* {step.title or ''}".rstrip()
            yield from _blocks(step.content, inner + "  ")
        yield from _blocks(section.outro, inner)
        yield from _sections(section.sections, inner)


def _blocks(blocks: Iterable[Any], indent: str) -> Iterator[str]:
    inner = indent + "  "
    for block in blocks:
        match block.type:
            case "admonition":
                title = f'"{block.title}"' if block.title else "-"
                yield f"{indent}! {block.kind} {title} {block.component}: {block.text}"
                yield from (line for line in _blocks(block.content, "") if line.startswith("!"))
                yield from (inner + line for line in _blocks(block.content, "") if line.startswith("code"))
            case "tabs":
                for tab in block.tabs:
                    yield f"{indent}[{tab.title}]"
                    yield from _blocks(tab.content, inner)
            case "accordion":
                yield f"{indent}({block.title})"
                yield from _blocks(block.content, inner)
            case "component":
                yield f"{indent}<{block.name} {block.attributes}>"
                yield from _blocks(block.content, inner)
            case "list":
                for item in block.items:
                    yield f"{indent}- {item.text}"
                    yield from _blocks(item.content, inner)
            case "code":
                yield f"{indent}code {block.lang}: {block.value.replace(chr(10), '|')}"
            case "image":
                yield f"{indent}image {block.url}: {block.alt}"
            case _:
                yield indent + block.text
