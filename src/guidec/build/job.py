"""What one build is to do: plain data, so that any executor can carry it to another process or machine."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.config.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """The settings of one build."""

    settings: Settings
    """With the content root, output folder and targets that the command line may have given."""
    actions: tuple[str, ...] | None = None
    """The ids of the actions to render for; None means all."""
    dry_run: bool = False
    """Whether to write nothing, and only tell what would change."""
    process: int = field(default_factory=os.getpid)
    """The number of the process that builds, whichever others do its work."""

    def decisive(self) -> str:
        """Give as text whatever decides what is written, the same on every machine: no absolute paths."""
        settings = self.settings
        docs_root = os.path.relpath(settings.docs_root, settings.content) if settings.docs_root else None
        here = Path()
        placeless = replace(
            settings, folder=here, file=None, content=here, out=here, docs_root=None, connector_files=None
        )
        return repr((placeless, docs_root, self.actions))

    @property
    def merges(self) -> bool:
        """Whether guides are to be merged into connector files."""
        targets = self.settings.targets
        return self.settings.connector_files is not None and (targets is None or "connector" in targets)
