"""The formats of `guidec diff` that people read."""
