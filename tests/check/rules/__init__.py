"""Tests of the rules: one file a rule, with the rule's stem."""
