"""The npm packages in vendor/, as published."""

from functools import cache
from pathlib import Path
from typing import Final

VENDOR: Final = Path(__file__).parent / "vendor"


@cache
def sources() -> dict[str, str]:
    """Return the JS files by their path from vendor/, which is the path they have under node_modules/."""
    return {
        path.relative_to(VENDOR).as_posix(): path.read_text(encoding="utf-8") for path in sorted(VENDOR.rglob("*.js"))
    }
