"""guidec: a documentation-to-data compiler."""
