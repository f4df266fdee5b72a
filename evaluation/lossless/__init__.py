"""What must hold for every guide: nothing of its source is lost, and every place in it is true.

The source is read here a second time, by a walk over its syntax tree that knows no blocks, outlines or passages, so
that a mistake of the extraction cannot hide itself.
"""
