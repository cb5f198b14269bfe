"""The schedulers of `promise` 2.3, a module each."""
