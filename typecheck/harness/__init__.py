"""Judges the cases: reads them, runs each checker once over all of them, compares line by line."""
