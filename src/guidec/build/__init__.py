"""Builds many guides: finds them, compiles what changed, writes whole files, and keeps the manifest."""
