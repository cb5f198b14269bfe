"""`typedpromise migrate`: rewrites a program of `promise` 2.3 to this library, file by file, see docs/migrate.md.

A transform has two halves, as a fix of the checker has: `find` sees mypy's types and decides, `change` sees LibCST's
tree and edits. Nothing here runs the program.
"""
