"""The configuration template: what an operator fills in, its JSON Schema, and its environment file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from pydantic_core import to_json

from guidec.guide.models import GuideKind
from guidec.targets.checked import unreadable
from guidec.targets.config_form import form_of
from guidec.targets.config_model import Config
from guidec.targets.config_schema import config_schema
from guidec.targets.target import Rendered, Target
from guidec.targets.templates import environment
from guidec.targets.yaml_subset import load

if TYPE_CHECKING:
    from guidec.guide.models import Guide
    from guidec.targets.config_form import Form
    from guidec.targets.target import Options

TEMPLATE = "config.yaml.j2"
ENV_TEMPLATE = "env.j2"
PURPOSES = {
    GuideKind.CONNECTOR_PROFILE: "Fill in this file to create the connector profile.",
    GuideKind.ACCOUNT_LINK: "Fill in this file to link an account.",
    GuideKind.GUIDE: "Fill in this file with what the guide asks for.",
}
ENV_LINE = re.compile(r"(?:#.*|[A-Z_][A-Z0-9_]*=''|)")


def render(guide: Guide, _options: Options) -> Rendered:
    """Render `config/ID.yaml`, `config/ID.schema.json` and `config/ID.env`; every guide gives all three."""
    form = form_of(guide)
    base = f"config/{guide.id}"
    name = guide.id.rpartition("/")[2]
    templates = environment()
    yaml = templates.get_template(TEMPLATE).render(
        guide=guide,
        form=form,
        purpose=PURPOSES[guide.kind],
        schema=quote(f"{name}.schema.json"),
        env=f"{name}.env",
    )
    env = templates.get_template(ENV_TEMPLATE).render(guide=guide, form=form, config=f"{name}.yaml")
    try:
        same = Config.model_validate(load(yaml)) == config_of(guide, form)
    except ValueError as error:
        return unreadable(guide, f"{base}.yaml", str(error))
    if not same:
        return unreadable(guide, f"{base}.yaml", "other values than the guide's")
    if not all(map(ENV_LINE.fullmatch, env.split("\n"))):
        return unreadable(guide, f"{base}.env", "a line that is no comment and no empty variable")
    schema = to_json(config_schema(guide, form), indent=2).decode() + "\n"
    return Rendered({f"{base}.yaml": yaml, f"{base}.schema.json": schema, f"{base}.env": env})


def config_of(guide: Guide, form: Form) -> Config:
    """Make the configuration that the template holds, before anyone has filled it in."""
    return Config(
        guide=guide.id,
        provider=guide.provider,
        auth=guide.auth,
        redirect_url=form.redirect_urls[0].value if form.redirect_urls else None,
        credentials={field.key: field.value for field in form.credentials},
        actions=[action.id for action in form.actions],
        scopes=[scope.name for scope in form.scopes],
        settings={field.key: field.value for field in form.settings},
    )


TARGET = Target(
    name="config",
    summary="a configuration template with its JSON Schema and environment file",
    render=render,
    templates=(TEMPLATE, ENV_TEMPLATE),
)
