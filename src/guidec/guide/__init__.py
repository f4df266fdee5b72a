"""mdast -> the typed guide."""
