"""The stubs for PyPI's `promise` 2.3: the cases that exist there, and cases of its own."""
