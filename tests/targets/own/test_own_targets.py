from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest

import guidec.targets
from guidec.cli import main
from guidec.config import ConfigurationError, OwnTarget, load_settings
from guidec.config.names import FORMATS
from guidec.guide.models import Guide
from guidec.targets import Targets
from guidec.targets.json_data import TARGET
from guidec.targets.own.formats import READERS, read_back
from guidec.targets.target import Options
from guides import guide, item, p, rich_guide, section, small_guide, step, ul

URL = "https://api.example.com/connect/oauth2/acme/callback"


@pytest.fixture
def render(tmp_path: Path) -> Any:
    """Give a function that renders a guide with a template, for a target with these settings."""

    def render(template: str, made: Guide | None = None, **changes: Any) -> tuple[dict[str, str], list[str]]:
        (tmp_path / "t.j2").write_text(template, encoding="utf-8")
        own = OwnTarget(
            **{"name": "mine", "template": "t.j2", "path": "mine/{id}.x", "format": "text", **changes}
        )
        done = Targets([own], tmp_path)["mine"].render(
            made or small_guide(), Options("https://docs.example.com")
        )
        return dict(done.files), [f"{one.rule.id}: {one.message}" for one in done.diagnostics]

    return render


def only(rendered: tuple[dict[str, str], list[str]]) -> str:
    files, problems = rendered
    assert problems == []
    (text,) = files.values()
    return text


def test_a_template_sees_the_guide_and_the_options(render: Any) -> None:
    text = only(render("{{ guide.redirect_urls[0].url }} {{ options.base_url }}\n"))

    assert text == f"{URL} https://docs.example.com\n"


def test_fields_of_the_guide_name_folders(render: Any) -> None:
    files, _ = render("x", path="mine/{kind}/{provider}/{auth}/a-{id}.x")

    assert list(files) == ["mine/connector-profile/acme/oauth2/a-acme/oauth.x"]


def test_a_guide_that_lacks_a_field_of_the_path_is_an_error(render: Any) -> None:
    files, [problem] = render("x", guide(provider=None), path="mine/{provider}/{id}.x")

    assert not files
    assert problem.startswith("output-path: Unexpected absence of what `mine/{provider}/{id}.x` names")


NASTY = 'it\'s "so" \\ $x `y`\n- a: b # no {{ comment }}'


@pytest.mark.parametrize(
    ("form", "template"),
    [
        ("yaml", "a: {{ guide.title | yaml }}\n"),
        ("json", '{"a": {{ guide.title | json }}}'),
        ("toml", "a = {{ guide.title | json }}\n"),
        ("env", "a={{ guide.title | env }}\n"),
    ],
)
def test_filters_write_text_that_is_read_back_as_it_was(render: Any, form: str, template: str) -> None:
    text = only(render(template, guide(title=NASTY), format=form))

    assert read_back(form, text) == {"a": NASTY}


def test_filters_write_data_too(render: Any) -> None:
    made = small_guide()
    expected = [json.loads(entry.model_dump_json()) for entry in made.credentials]

    assert read_back("yaml", only(render("{{ guide.credentials | yaml }}", made, format="yaml"))) == expected
    assert json.loads(only(render("{{ guide.credentials | json(indent=2) }}", made))) == expected
    assert only(render("{{ [none, true, 1.5, 'no'] | yaml }}", made)) == '[null, true, 1.5, "no"]'


def test_slugs_and_markdown(render: Any) -> None:
    made = guide(section("S", step("A", p("See **this**."), ul(item("Öne", ul("two"))))))
    blocks = "{{ guide.sections[0].steps[0].content | markdown }}"

    assert only(render("{{ guide.title | slug }}", made)) == "acme-oauth-2-0-connector-profile"
    assert only(render(blocks, made)) == "See **this**.\n\n- Öne\n  - two"
    html = only(render(blocks.replace("}}", "| markdown_to_html }}"), made, format="html"))
    assert html.startswith("<p>See <strong>this</strong>.</p>\n<ul>\n<li>Öne\n<ul>")


def test_markdown_as_html_is_harmless(render: Any) -> None:
    made = guide(
        title="<b>x</b> [a](javascript:alert(1)) [b](data:text/html,x) [c](/d) [e](https://f.example)"
    )
    html = only(render("{{ guide.title | markdown_to_html }}", made, format="html"))

    assert "<b>" not in html
    assert html.count("<a href=") == 2
    assert 'href="/d"' in html
    assert 'href="https://f.example"' in html


def test_html_is_escaped_and_other_formats_are_not(render: Any) -> None:
    made = guide(title="<b> & c")

    assert only(render("{{ guide.title }}", made, format="html")) == "&lt;b&gt; &amp; c"
    assert only(render("{{ guide.title }}", made)) == "<b> & c"


def test_text_of_a_guide_is_never_a_template(render: Any) -> None:
    assert only(render("{{ guide.title }}", guide(title="{{ 7 * 7 }}"))) == "{{ 7 * 7 }}"


@pytest.mark.parametrize(
    ("template", "place", "reason"),
    [
        ("a\n{{ guide.titel }}", "2:1", "`Guide` has no `titel`: is `title` meant?"),
        ("a\n{{ guide.titel | yaml }}", "2:1", "`Guide` has no `titel`: is `title` meant?"),
        ("{{ guide.provider.nam }}", "1:1", "`Provider` has no `nam`: is `name` meant?"),
        ("{{ nothing }}", "1:1", "there is no `nothing`"),
        ("{{ guid.title }}", "1:1", "there is no `guid`: is `guide` meant?"),
        ("a\r\n\r\n{% if %}", "3:1", "Expected an expression, got 'end of statement block'"),
        ("{{ guide.title | frobnicate }}", "1:1", "No filter named 'frobnicate'."),
        (
            "{{ guide.__class__.__mro__ }}",
            "1:1",
            "access to attribute '__class__' of 'Guide' object is unsafe.",
        ),
        ("a\n{% include 'b.txt' %}", "2:1", "b.txt"),
    ],
)
def test_a_mistake_in_a_template_is_reported_there_in_the_same_words_for_all_guides(
    tmp_path: Path, template: str, place: str, reason: str
) -> None:
    (tmp_path / "t.j2").write_text(template, encoding="utf-8", newline="")
    target = Targets([OwnTarget("mine", "t.j2", "mine/{id}.x", "text")], tmp_path)["mine"]
    [one] = target.render(small_guide(), Options()).diagnostics
    [other] = target.render(small_guide().model_copy(update={"id": "b"}), Options()).diagnostics

    assert one == other
    assert one.path == (tmp_path / "t.j2").as_posix()
    assert f"{one.start.line}:{one.start.column}" == place
    assert one.message == (
        f"Unexpected failure of the template ({reason}), expected an output for each guide"
    )


@pytest.mark.parametrize(
    ("template", "line", "reason"),
    [
        ("a\n{{ 1 // 0 }}", 2, "ZeroDivisionError: "),
        ("a\n{{ guide.auth.method }}", 2, "`method` is asked of what is null"),
        ("{{ guide.actions[0].id }}", 1, "list object has no element 0"),
    ],
)
def test_what_fails_for_one_guide_names_template_line_and_guide(
    render: Any, template: str, line: int, reason: str
) -> None:
    made = guide().model_copy(update={"auth": None})
    files, [problem] = render(template, made)

    assert not files
    assert problem.startswith(f"template-error: Unexpected failure in line {line} of `t.j2` ({reason}")
    assert problem.endswith(f"expected an output for `{made.id}`")


def test_a_template_may_include_those_beside_it(render: Any, tmp_path: Path) -> None:
    (tmp_path / "part.j2").write_text("a\n{{ guide.titel }}")
    (tmp_path / "secret.txt").write_text("secret")

    _, [problem] = render("{% include 'part.j2' %}")
    assert "has no `titel`" in problem
    for name in ("secret.txt", "../secret.txt", "/etc/passwd"):
        _, [problem] = render(f"{{% include '{name}' %}}")
        assert f"({name})" in problem


def test_formats_are_those_of_the_configuration() -> None:
    assert tuple(READERS) == FORMATS


@pytest.mark.parametrize(
    ("form", "text", "reason"),
    [
        ("yaml", "a: 1\nb: [", "line 2, column 5"),
        ("yaml", "a: 1\na: 2\n", "line 2"),
        ("yaml", "a: \x07", "special characters"),
        ("json", '{"a": NaN}', "NaN is no JSON"),
        ("json", "{\n", "line 2 column 1"),
        ("toml", "a = \nb = 1", "line 1"),
        ("env", "a='1'\nb c\n", "line 2"),
        ("html", "<p>a</p>\n<div><b>x</div>", "line 2: <b> is not closed"),
        ("html", "<div>", "line 1: <div> is not closed"),
        ("html", "a</p></i>", "line 1: </p> closes nothing"),
    ],
)
def test_an_output_that_cannot_be_read_back_is_an_error(
    render: Any, form: str, text: str, reason: str
) -> None:
    files, [problem] = render(text, format=form)

    assert not files
    assert problem.startswith("output-invalid: Unexpected content of `mine/acme/oauth.x` (")
    assert reason in problem
    assert problem.endswith(f"expected valid {form}")


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("yaml", "a: 2024-01-01\n"),
        ("env", "# a\nA='1'\n"),
        ("toml", "a = 1\n"),
        ("html", "<!doctype html><title>x</title><ul><li>a<li>b</ul><p>c<br><img src=x><svg><path /></svg>"),
        ("text", "{"),
    ],
)
def test_what_can_be_read_back_is_written(render: Any, form: str, text: str) -> None:
    assert only(render(text, format=form)) == text


def test_dates_in_yaml_are_text() -> None:
    assert read_back("yaml", "a: 2024-01-01\n") == {"a": "2024-01-01"}


def test_a_schema_holds_the_output(render: Any, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(
        '{"properties": {"a": {"$ref": "#/$defs/n"}}, "$defs": {"n": {"type": "number"}}}'
    )

    assert only(render("a: 1", format="yaml", schema="s.json")) == "a: 1"
    _, [problem] = render('a: "1"', format="yaml", schema="s.json")
    assert "($.a: '1' is not of type 'number'), expected what `s.json` allows" in problem


@pytest.mark.parametrize("schema", ["{", '{"type": 5}'])
def test_a_schema_that_is_none_is_an_error_in_the_same_words_for_all_guides(
    render: Any, tmp_path: Path, schema: str
) -> None:
    (tmp_path / "s.json").write_text(schema)
    files, [problem] = render("a: 1", format="yaml", schema="s.json")

    assert not files
    assert problem.startswith("output-invalid: Unexpected schema or model (`s.json` is no JSON Schema: ")
    assert "acme" not in problem


def test_a_schema_that_is_elsewhere_is_an_error(render: Any, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"$ref": "https://schemas.example/a.json"}')
    files, [problem] = render("a: 1", format="yaml", schema="s.json")

    assert not files
    assert problem.startswith("output-invalid: Unexpected content of `mine/acme/oauth.x` (`s.json` ")


MODEL = "from pydantic import BaseModel\n\nclass Entry(BaseModel):\n    a: int\n\nother = 1\n"


def test_a_model_holds_the_output(render: Any, tmp_path: Path) -> None:
    (tmp_path / "own_model_of_a_test.py").write_text(MODEL)
    model = "own_model_of_a_test:Entry"

    assert only(render('{"a": 1}', format="json", model=model)) == '{"a": 1}'
    _, [problem] = render('{"a": "x"}', format="json", model=model)
    assert "(a: Input should be a valid integer" in problem
    _, [problem] = render('{"a": 1}', format="json", model="own_model_of_a_test:other")
    assert "is no pydantic model" in problem
    assert "acme" not in problem
    _, [problem] = render('{"a": 1}', format="json", model="no_such_module_of_a_test:Entry")
    assert "cannot be imported: ModuleNotFoundError" in problem


# The configuration


def settings(folder: Path, text: str) -> Any:
    (folder / "t.j2").write_text("x")
    (folder / "guidec.toml").write_text(text)
    return load_settings(folder)


def test_the_table_and_its_defaults(tmp_path: Path) -> None:
    loaded = settings(
        tmp_path, '[target.a]\ntemplate = "t.j2"\n[target.b-2]\ntemplate = "t.j2"\nformat = "json"\n'
    )

    assert loaded.own_targets == (
        OwnTarget("a", "t.j2", "a/{id}.txt", "text"),
        OwnTarget("b-2", "t.j2", "b-2/{id}.json", "json"),
    )


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        ("[target.json]\ntemplate = 't.j2'", 1, "Unexpected target name `json`"),
        ("[target.A]\ntemplate = 't.j2'", 1, "Unexpected target name `A`"),
        ("[target.a]", 1, "Unexpected absence of `template`"),
        ("[target.a]\ntemplate = 'no.j2'", 2, "Unexpected absence of `no.j2`"),
        ("[target.a]\ntemplate = 't.j2'\nschema = 'no'", 3, "Unexpected absence of `no`"),
        ("[target.a]\ntemplate = 't.j2'\nformat = 'xml'", 3, "Unexpected `xml` in `format`"),
        ("[target.a]\ntemplate = 't.j2'\nmodel = 'x'\nformat = 'env'", 3, "Unexpected model `x`"),
        ("[target.a]\ntemplate = 't.j2'\nformat = 'html'\nschema = 't.j2'", 3, "Unexpected format `html`"),
        ("[target.a]\ntemplate = 't.j2'\nshema = 't.j2'", 3, "Unexpected setting `shema`, expected `schema`"),
        ("targets = ['b']\n[target.a]\ntemplate = 't.j2'", 1, "Unexpected `b` in `targets`"),
        *[
            (f"[target.a]\ntemplate = 't.j2'\npath = '{path}'", 3, f"Unexpected path `{path}`")
            for path in (
                "{id}.txt",
                "b/{id}.txt",
                "a/x.txt",
                "a/../{id}.txt",
                "a//{id}.txt",
                "/a/{id}.txt",
                "a/{id}/{id}",
                "a/{provider}-{id}",
                "a/{title}/{id}",
                "a/{id}/..",
                "a/ {id}",
            )
        ],
    ],
)
def test_what_does_not_fit_is_an_error_at_its_place(
    tmp_path: Path, lines: str, line: int, reason: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settings(tmp_path, lines + "\n")

    first = caught.value.diagnostics[0]
    assert first.message.startswith(reason)
    assert first.start.line == line


# Builds

GUIDE = "# A note\n\nText.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.mdx").write_text(GUIDE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/t.j2").write_text('{"title": {{ guide.title | json }}}\n')
    (tmp_path / "s.json").write_text("{}")
    (tmp_path / "guidec.toml").write_text(
        'targets = ["mine"]\n[target.mine]\ntemplate = "templates/t.j2"\nformat = "json"\nschema = "s.json"\n'
    )
    return tmp_path


def test_a_build_writes_them_and_knows_when_to_write_them_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def compiled() -> bool:
        assert main(["build"]) == 0
        return "(1 compiled)" in capsys.readouterr().err

    assert compiled()
    assert json.loads((project / "build/mine/a.json").read_text()) == {"title": "A note"}
    assert not (project / "build/json").exists()
    assert not compiled()
    (project / "templates/t.j2").write_text('{"name": {{ guide.title | json }}}\n')
    assert compiled()
    assert json.loads((project / "build/mine/a.json").read_text()) == {"name": "A note"}
    (project / "s.json").write_text('{"required": ["name"]}')
    assert compiled()
    assert not compiled()
    assert main(["build", "--check"]) == 0


def test_an_output_that_fails_stays_as_it_was(project: Path) -> None:
    output, template = project / "build/mine/a.json", project / "templates/t.j2"
    main(["build"])
    old = output.read_bytes()
    template.write_text("{{ guide.titel }}")

    assert main(["build"]) == main(["build", "--check"]) == main(["build"]) == 1
    assert output.read_bytes() == old
    (project / "content/a.mdx").unlink()
    main(["build"])
    assert not output.exists()


def test_all_targets_means_these_too(project: Path) -> None:
    config = project / "guidec.toml"
    config.write_text(config.read_text().replace('targets = ["mine"]\n', ""))

    assert main(["build", "--jobs", "2"]) == 0
    assert (project / "build/mine/a.json").exists()
    assert (project / "build/html/a.html").exists()


def test_render_knows_them(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--target", "json"])
    assert main(["render", "build/json/a.json", "--to", "mine"]) == 0
    assert json.loads(capsys.readouterr().out) == {"title": "A note"}
    assert main(["render", "build/json/a.json", "--to", "yours"]) == 2
    assert "Unexpected target `yours`, expected one of json, html" in capsys.readouterr().err


def test_a_package_brings_a_target_that_is_written_where_it_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = EntryPoint("theirs", "guidec.targets.json_data:TARGET", "guidec.targets")
    monkeypatch.setattr(guidec.targets, "installed", lambda: EntryPoints([point]))

    assert Targets()["theirs"] is TARGET
    assert "theirs" not in list(Targets())
    assert main(["build", "--target", "theirs"]) == 0
    assert (project / "build/json/a.json").exists()
    (project / "guidec.toml").write_text('targets = ["theirs"]\n')
    assert load_settings(project).targets == ("theirs",)


def test_types_of_blocks_reach_a_template(render: Any) -> None:
    made = rich_guide()
    text = only(render("{% for b in guide.sections[0].steps[0].content %}{{ b.type }} {% endfor %}", made))

    assert text.split() == [block.type for block in made.sections[0].steps[0].content]
