"""What rewrites source files: `typedpromise check --fix`, and `typedpromise migrate` to come.

LibCST is an extra (`typedpromise[fix]`) and is imported on use, so that a check needs none of it.
"""
