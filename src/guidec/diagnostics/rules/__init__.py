"""All rules of guidec: one module a topic, one constant a rule, collected here by id."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidec.diagnostics.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule by its id, in alphabetical order."""
    modules = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
    rules = {rule.id: rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule)}
    return MappingProxyType(dict(sorted(rules.items())))
