"""Rules of the block chain, a file each; the names are markdown-it's where it has such a rule."""
