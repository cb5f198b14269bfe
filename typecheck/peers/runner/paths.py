"""Where everything about the peers lies."""

from pathlib import Path

PEERS = Path(__file__).resolve().parents[1]
TYPECHECK = PEERS.parent
ROOT = TYPECHECK.parent

RESULTS = PEERS / "results.toml"
COMPARISON = ROOT / "docs" / "comparison.md"
# What is downloaded, and what is written for a checker to read: nothing here is committed.
BUILD = ROOT / "build" / "peers"
