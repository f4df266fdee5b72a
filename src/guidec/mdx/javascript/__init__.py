"""A recogniser of ECMAScript 2024 modules with JSX: where JavaScript ends, and whether it is valid.

It builds no tree and runs nothing. It takes what the reference's parser (acorn with acorn-jsx) takes: code is strict,
and declarations, labels, private names and targets of assignments are checked. Each part of the grammar is a module
of functions over a `Parser`, a cursor that they share.
"""
