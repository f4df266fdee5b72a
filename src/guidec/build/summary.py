"""What a build did, in numbers and names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidec.build.packed import Packed
from guidec.diagnostics.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.diagnostics.diagnostic import Diagnostic


@dataclass(slots=True)
class Summary:
    """What a build did, or in a dry run would do."""

    guides: int = 0
    """Guides that were found."""
    compiled: int = 0
    """Guides that were compiled, the others being as they were."""
    failed: int = 0
    """Guides that gave nothing, now or when they were compiled."""
    changed: Packed = field(default_factory=Packed)
    """Outputs that were written."""
    removed: Packed = field(default_factory=Packed)
    """Outputs that were removed."""
    errors: int = 0
    """Diagnostics of severity error."""
    warnings: int = 0
    infos: int = 0

    def count(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add these to the numbers of errors, warnings and infos."""
        for diagnostic in diagnostics:
            if diagnostic.severity is Severity.ERROR:
                self.errors += 1
            elif diagnostic.severity is Severity.WARNING:
                self.warnings += 1
            else:
                self.infos += 1
