"""Connector files that exist already: what guides are held against, and merged into."""
