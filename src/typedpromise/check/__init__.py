"""The misuse checker: rules over a typed tree, fed by the mypy plugin or by the command `typedpromise check`.

Nothing here is imported by `import typedpromise`, and mypy is imported only when a check runs.
"""
