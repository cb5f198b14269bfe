"""Tests of the checker; `cases/` folders hold files it is run over, which nobody imports."""
