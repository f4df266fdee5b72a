"""What changed between two guides, or two folders of them, for readers and for tools."""
