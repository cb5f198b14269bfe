"""The benchmark suite's own arithmetic, its sources and its tables; nothing is timed."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.pages import replaced
from benchmarks.speed import node, plot, report
from benchmarks.speed.contestants import Contestants
from benchmarks.speed.dialects import FUTURE, OURS, PEERS, Dialect
from benchmarks.speed.measure import reduced, rounds_of
from benchmarks.speed.shapes import SHAPES, NotOfferedError, Shape, Snippets
from benchmarks.speed.targets import TARGETS, THIRTEEN, Target, Wanted, geometric_mean, is_met, reached

ROOT = Path(__file__).resolve().parents[2]
BY_KEY = {shape.key: shape for shape in SHAPES}


def result(ratio: float, ns: float = 100.0) -> dict[str, float]:
    """Return what a child prints of one contestant in one shape."""
    return {"ns": ns, "ratio": ratio, "low": ratio, "high": ratio, "rounds": 3}


def found(**ratios: float) -> dict[str, object]:
    """Return what a child prints of the peer `promise 2.3`, by shape."""
    return {
        key: {"results": {"typedpromise": result(1), "promise 2.3": result(ratio)}, "failed": {}}
        for key, ratio in ratios.items()
    }


@pytest.mark.parametrize("dialect", [OURS, *PEERS], ids=lambda dialect: dialect.name)
def test_every_template_filled_with_every_dialect_is_python(dialect: Dialect) -> None:
    """A shape that a contestant offers compiles."""
    offered = 0
    for shape in SHAPES:
        try:
            ast.parse(shape.source(dialect))
        except NotOfferedError:
            continue
        offered += 1
    assert offered


def test_we_offer_every_shape() -> None:
    """No shape was left out for ourselves."""
    assert all(shape.source(OURS) for shape in SHAPES)


def test_thirteen_shapes_count() -> None:
    """The mean goes over the shapes that the targets were set on."""
    assert len(THIRTEEN) == 13


def small(shape: Shape) -> Shape:
    """Return `shape` with little work in it."""
    return Shape(
        shape.key,
        shape.title,
        min(shape.n, 10),
        1,
        shape.template,
        shape.wanted,
        always_in_a_loop=shape.always_in_a_loop,
        wall=shape.wall,
    )


@pytest.mark.parametrize("key", [shape.key for shape in SHAPES])
def test_we_and_the_standard_library_give_the_right_result(key: str) -> None:
    """The sources of a shape do what the shape asks for."""
    contestants = Contestants((OURS, FUTURE))
    good, failed = contestants.entries(small(BY_KEY[key]))
    contestants.loop.close()
    assert not failed
    assert "typedpromise" in [entry.name for entry in good]


def test_a_wrong_result_is_a_failure() -> None:
    """A contestant that loses a result is not timed, and the reason is kept."""
    contestants = Contestants((Dialect(**{**OURS.__dict__, "then": "{p}"}),))
    good, failed = contestants.entries(small(BY_KEY["b10p"]))
    contestants.loop.close()
    assert not good
    assert failed == {"typedpromise": "gives 0 in place of 10"}


def test_an_exception_is_a_failure() -> None:
    """A contestant that raises is not timed, and the reason is kept."""
    contestants = Contestants((Dialect(**{**OURS.__dict__, "then": "1 // 0"}),))
    good, failed = contestants.entries(small(BY_KEY["b10p"]))
    contestants.loop.close()
    assert not good
    assert failed["typedpromise"].startswith("ZeroDivisionError")


def test_who_is_not_installed_is_left_out_with_the_reason() -> None:
    """A missing peer is named, and stops nothing."""
    contestants = Contestants((Dialect("nobody", needs=("there_is_no_such_module",)),))
    contestants.loop.close()
    assert "No module named" in contestants.missing["nobody"]


def test_a_snippet_that_is_missing_is_not_offered() -> None:
    """The templates ask, and do not guess."""
    with pytest.raises(NotOfferedError):
        Snippets(Dialect("nobody"))("then", p="p", f="f")


def test_every_round_has_a_sample_of_everybody() -> None:
    """Ratios are paired, so the rounds are complete."""
    calls: list[str] = []

    def sampler(name: str) -> float:
        calls.append(name)
        return 1.0

    samples = rounds_of({"a": lambda: sampler("a"), "b": lambda: sampler("b")}, seconds=0, most=5)
    assert {name: len(taken) for name, taken in samples.items()} == {"a": 3, "b": 3}
    assert sorted(calls[:2]) == ["a", "b"]


def test_a_ratio_is_the_median_of_the_rounds_own_ratios() -> None:
    """A round in which the machine was slow is slow for both."""
    results = reduced({"us": [1.0, 10.0, 1.0], "them": [2.0, 20.0, 4.0]}, "us", elements=1000)
    assert results["them"].ratio == 2.0
    assert results["us"].ratio == 1.0
    assert results["them"].ns == pytest.approx(4_000_000)


def test_without_us_there_is_no_ratio() -> None:
    """Where we fail, no peer is said to be faster or slower."""
    assert str(reduced({"them": [1.0]}, "us", 1)["them"].ratio) == "nan"


def test_the_mean_is_geometric() -> None:
    """Twice as fast and half as fast is as fast."""
    assert geometric_mean([2.0, 0.5]) == pytest.approx(1.0)


def test_a_target_is_held_to_mean_and_worst_shape() -> None:
    """A shape that the peer does not do says nothing."""
    target = Target("x", "promise 2.3", ("a_one", "b10p", "c_fan"), Wanted(4, 1.5), Wanted(12))
    was = reached(target, found(a_one=2.0, b10p=8.0), {})
    assert was is not None
    assert (round(was.mean, 6), was.worst, was.worst_shape) == (4.0, 2.0, "a_one")
    assert is_met(Wanted(4 - 1e-9, 1.5), was, is_time=False)
    assert not is_met(Wanted(1, 2.1), was, is_time=False)


def test_a_time_is_the_ratio_upside_down() -> None:
    """Where a bound is on our time, less is better and the worst is the largest."""
    target = Target("x", "promise 2.3", ("a_one", "b10p"), Wanted(1), Wanted(1), is_time=True)
    was = reached(target, found(a_one=2.0, b10p=0.5), {})
    assert was is not None
    assert (was.worst, was.worst_shape) == (2.0, "b10p")
    assert not is_met(Wanted(0.9), was, is_time=True)


def test_a_peer_that_was_not_measured_has_no_verdict() -> None:
    """An absent peer is neither met nor missed."""
    assert reached(TARGETS[0], {}, {}) is None


def test_node_is_compared_by_nanoseconds() -> None:
    """Node's figures come from another process, so they are divided, not paired."""
    target = Target("bluebird", "bluebird", ("a_one",), Wanted(5), Wanted(1.5), is_time=True)
    was = reached(target, found(a_one=1.0), {"bluebird": {"a_one": 50.0}})
    assert was is not None
    assert was.mean == pytest.approx(2.0)


def run() -> dict[str, object]:
    """Return a run of one shape in one build."""
    shapes = found(a_one=3.0)
    shapes["a_one"]["failed"]["vine"] = "RecursionError"  # type: ignore[index]
    return {
        "date": "2026-01-02",
        "python": "3.11",
        "machine": "Linux",
        "cores": 2,
        "load": [1.0, 2.0],
        "builds": {"pure": {"shapes": shapes, "missing": {"aplus": "not installed"}}},
        "absent": {"compiled": "no compiler"},
        "node": {"missing": "node is not on the PATH"},
    }


def test_the_page_says_who_failed_and_who_was_missing() -> None:
    """What was not measured, or was wrong, stands on the page with its reason."""
    page = "\n".join(report.page(run()))
    assert "vine, a_one: RecursionError" in page
    assert "aplus is left out: not installed" in page
    assert "compiled is left out: no compiler" in page
    assert "node is left out: node is not on the PATH" in page
    assert "not measured" in page
    assert "3.00x (3.00 at a_one)" in page


def test_what_runs_in_node_has_columns_of_its_own() -> None:
    """A contestant of node's stands beside ours in its shapes, "-" in the others; one that npm lacks is named."""
    ran = run()
    shapes = found(a_one=3.0, i100=2.0)
    ran["builds"] = {"pure": {"shapes": shapes, "missing": {}}}
    ran["node"] = {"shapes": {"dataloader (JS)": {"i100": 1234.4}}, "missing_packages": ["bluebird"]}
    page = report.page(ran)

    header, _, one, loader = report.times(ran)[:4]
    assert header.endswith("| dataloader (JS) |")
    assert one.endswith("| - |")
    assert loader.endswith("| 1,234 |")
    assert "- bluebird is left out: npm could not install it" in page


# A loader that keeps each key's promise and sends a batch of them, as the package does.
LOADER = """
module.exports = class {
  constructor(batch) { this.batch = batch; this.cache = new Map(); this.open = null; }
  load(key) {
    if (!this.cache.has(key)) this.cache.set(key, new Promise((resolve) => {
      if (!this.open) {
        this.open = [];
        process.nextTick(async () => {
          const open = this.open;
          this.open = null;
          (await this.batch(open.map(([key]) => key))).forEach((value, k) => open[k][1](value + WRONG));
        });
      }
      this.open.push([key, resolve]);
    }));
    return this.cache.get(key);
  }
};
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not on the PATH")
@pytest.mark.parametrize("wrong", [0, 1])
def test_the_shapes_of_the_loader_run_in_node(tmp_path: Path, wrong: int) -> None:
    """The same three shapes as ours are run and checked: a loader with a wrong value has no result."""
    (tmp_path / "dataloader").mkdir()
    (tmp_path / "dataloader" / "index.js").write_text(LOADER.replace("WRONG", str(wrong)))
    ran = subprocess.run(
        ["node", str(node.SCRIPT), "0", "dataloader (JS)"],  # noqa: S607 - whichever node is there
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "NODE_PATH": str(tmp_path)},
    )

    if wrong:
        assert "i100 gives a wrong result" in ran.stderr
    else:
        ((name, shapes),) = json.loads(ran.stdout)["shapes"].items()
        assert (name, list(shapes)) == ("dataloader (JS)", ["i100", "i1000", "i_again"])


def test_a_package_of_npm_is_known_by_its_version(tmp_path: Path) -> None:
    """Another version, or none, is installed anew."""
    assert node.installed(tmp_path, "bluebird") is None
    (tmp_path / "node_modules" / "bluebird").mkdir(parents=True)
    (tmp_path / "node_modules" / "bluebird" / "package.json").write_text('{"version": "1.2.3"}')
    assert node.installed(tmp_path, "bluebird") == "1.2.3"


def test_the_plot_has_a_bar_for_each_peer_and_build() -> None:
    """What was not measured has no bar."""
    picture = plot.drawn(run())
    assert "promise 2.3" in picture
    assert ">3.0<" in picture
    assert "aplus" not in picture


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    """The page around the tables stays."""
    text = "a\n<!-- x: written by the benchmarks -->\nold\n<!-- /x -->\nb\n"
    assert replaced(text, "x", ["new"]) == "a\n<!-- x: written by the benchmarks -->\n\nnew\n\n<!-- /x -->\nb\n"
    with pytest.raises(ValueError, match="needs"):
        replaced("nothing", "x", ["new"])


@pytest.mark.parametrize("name", ["speed", "growth"])
def test_the_page_has_the_markers(name: str) -> None:
    """The command finds its place in docs/performance.md."""
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert "new" in replaced(page, name, ["new"])
