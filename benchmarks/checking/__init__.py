"""What chains cost in each type checker: processor time above the same file without them."""
