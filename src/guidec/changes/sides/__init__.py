"""The two sides of a comparison: files, folders, data or revisions of git, as guides by their ids."""
