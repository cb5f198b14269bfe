"""Released packages that use promises, checked again and again; every finding in them has a verdict."""
