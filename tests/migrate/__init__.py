"""Tests of `typedpromise migrate`."""
