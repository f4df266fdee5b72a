"""The state that all parts of the grammar share, and what they pass to each other."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.scope import ClassBody, Function, Scope, Scopes
from guidec.mdx.javascript.tokens import Tokens
from guidec.mdx.problem import Problem, ScanError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from guidec.diagnostics import Rule

STRICT_NAMES = frozenset(("eval", "arguments"))
"""What may be used, but neither be bound nor assigned to."""


class Parser(Tokens):
    """A cursor over tokens that knows its surroundings."""

    def __init__(
        self, text: str, start: int, rule: Rule, imported: Collection[str] = (), past: int | None = None
    ) -> None:
        super().__init__(text, start, rule, past)
        self.scopes = Scopes(imported)
        self.function = Function()
        self.classes: list[ClassBody] = []
        self.last_await = self.last_yield = -1
        """Where the last await or yield expression stands: parameters may hold none."""
        self.head_depth = -1
        """The depth at which `in` is no operator, because the head of a `for` is being read."""
        self.next()

    def identifier(self, what: str = "a name") -> str:
        """Step over an identifier and give it."""
        name = self.value
        if self.kind != "word" or name in RESERVED_WORDS:
            self.unexpected(what)
        self.next()
        return name

    def binding_name(self) -> str:
        """Step over an identifier that is being declared, and give it."""
        if self.value in STRICT_NAMES:
            self.unexpected("a name that may be declared")
        return self.identifier()

    def refuse_declaration(self, name: str, offset: int) -> NoReturn:
        """Report that `name` cannot be declared at `offset`."""
        self.refuse(f"Unexpected second declaration of `{name}`, expected one", offset, len(name))

    def semicolon(self) -> None:
        """Step over the end of a statement, a semicolon or what stands for one."""
        if not self.take(";") and not (self.value == "}" or self.kind == "end" or self.newline_before):
            self.unexpected("`;` or a new line")

    @contextmanager
    def inside(self, function: Function) -> Iterator[None]:
        """Read a function, a field or a static block, in a scope of its own."""
        outer = self.function, self.last_await, self.last_yield
        self.function, self.last_await, self.last_yield = function, -1, -1
        self.scopes.open.append(Scope(is_function=True))
        yield
        self.scopes.open.pop()
        self.function, self.last_await, self.last_yield = outer

    @contextmanager
    def block_scope(self) -> Iterator[Scope]:
        """Read something in a block scope."""
        scope = Scope()
        self.scopes.open.append(scope)
        yield scope
        self.scopes.open.pop()


@dataclass(slots=True, eq=False)
class Operand:
    """What an expression turned out to be, for what comes behind it to judge."""

    is_target: bool = False
    """Whether `+=` may stand behind it: a name or a member."""
    is_pattern: bool = False
    """Whether `=` may stand behind it as it may behind a destructuring pattern."""
    is_element: bool = False
    """Whether it may be an element of a pattern; true also of one with a default, `a = b`."""
    names: list[tuple[str, int]] | None = None
    """The names that it would bind as a parameter, and their offsets; None where it cannot be one."""
    flaw: Problem | None = None
    """What is wrong with it unless it becomes a pattern, such as `{a = 1}`."""

    def settle(self) -> None:
        """Refuse what only a pattern may hold."""
        if self.flaw:
            raise ScanError(self.flaw)


VALUE = Operand()
"""An expression that nothing can be assigned to."""
STRICT_NAME = Operand()
"""`eval` or `arguments`."""
MEMBER = Operand(is_target=True, is_element=True)
"""`a.b` or `a[b]`."""
PRIVATE_MEMBER = Operand(is_target=True, is_element=True)
"""`a.#b`."""
NAME_IN_PARENTHESES = Operand(is_target=True, is_element=True)
ARROW = Operand()
"""An arrow function: no operator may stand behind it."""
