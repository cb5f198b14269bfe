"""The share of cases, in percent, that each checker is held to get exactly right."""

# Percent of all cases; below it, the types have to get better or a case has to be shown wrong.
TARGETS = {
    "mypy": 90,
    "mypy+plugin": 100,
    "pyright": 96,
    "basedpyright": 96,
    "pyrefly": 96,
    "ty": 88,
    "zuban": 85,
}
