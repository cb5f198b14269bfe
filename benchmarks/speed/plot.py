"""A picture of the geometric means, as SVG written by hand: no drawing library for eighteen bars."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape
from typing import Any

from .dialects import PEERS
from .targets import THIRTEEN, geometric_mean

WIDTH, LEFT, ROW, BAR = 760, 190, 34, 12
FONT = 'font-family="sans-serif" font-size="12"'
COLOURS = {"pure": "#8fb4d9", "compiled": "#1f5f9e"}


def means(found: Mapping[str, Any]) -> dict[str, float]:
    """Return how many times faster we are than each peer, as a mean over the thirteen shapes it can do."""
    ratios = {
        dialect.name: [
            float(found[key]["results"][dialect.name]["ratio"])
            for key in THIRTEEN
            if dialect.name in found.get(key, {}).get("results", {})
        ]
        for dialect in PEERS
    }
    return {name: geometric_mean(values) for name, values in ratios.items() if values}


def drawn(run: Mapping[str, Any]) -> str:
    """Return the picture: a pair of bars for each peer, on a logarithmic scale."""
    by_build = {build: means(found["shapes"]) for build, found in run["builds"].items()}
    names = sorted({name for one in by_build.values() for name in one}, key=lambda name: -max(_of(name, by_build)))
    top = max((value for one in by_build.values() for value in one.values()), default=1.0)
    scale = (WIDTH - LEFT - 60) / math.log(max(top, 2) * 2)
    height = 50 + ROW * len(names)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" {FONT}>',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        '<text x="10" y="18" font-size="13">times faster than, geometric mean over the shapes (logarithmic)</text>',
    ]
    for number, (build, colour) in enumerate(COLOURS.items()):
        parts.append(f'<rect x="{520 + 90 * number}" y="8" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{536 + 90 * number}" y="18">{build}</text>')
    for row, name in enumerate(names):
        y = 34 + ROW * row
        parts.append(f'<text x="{LEFT - 8}" y="{y + 16}" text-anchor="end">{escape(name)}</text>')
        for number, build in enumerate(by_build):
            value = by_build[build].get(name)
            if value is None:
                continue
            # The scale begins at a half, so that being slower shows too.
            length = max(scale * math.log(value * 2), 1)
            edge, colour = y + number * (BAR + 1), COLOURS[build]
            parts.append(f'<rect x="{LEFT}" y="{edge}" width="{length:.0f}" height="{BAR}" fill="{colour}"/>')
            parts.append(f'<text x="{LEFT + length + 5:.0f}" y="{edge + 10}" font-size="11">{value:.1f}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _of(name: str, by_build: Mapping[str, Mapping[str, float]]) -> list[float]:
    return [one[name] for one in by_build.values() if name in one]
