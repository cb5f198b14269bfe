"""`python -m typedpromise` is the command `typedpromise`."""

from .check.command import main

if __name__ == "__main__":
    raise SystemExit(main())
