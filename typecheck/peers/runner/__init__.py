"""Installs the peers, runs their checkers over the cases written for them, and reports what came out."""
