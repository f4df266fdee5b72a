"""What a project tells guidec: `guidec.toml`, or `[tool.guidec]` in `pyproject.toml`, as frozen settings."""

from guidec.config.load import ConfigurationError, load_settings
from guidec.config.settings import Component, Limits, Override, OwnTarget, Settings

__all__ = ["Component", "ConfigurationError", "Limits", "Override", "OwnTarget", "Settings", "load_settings"]
