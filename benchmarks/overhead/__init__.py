"""What the plugin adds to a run of mypy: processor time with it and without it, in turn."""
