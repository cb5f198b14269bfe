"""The Promises/A+ compliance suite, run on this very interpreter."""
