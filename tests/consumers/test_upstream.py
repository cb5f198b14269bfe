"""Where the tests of `promise` 2.3 come from: apt's own lists, asked for sources; nothing is downloaded here."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from consumers import upstream


def test_lists_of_packages_become_lists_of_sources(tmp_path: Path) -> None:
    """Both of apt's formats are read; what is no list, and what is commented out, is not."""
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list").write_text("# deb http://example.org/ old main\ndeb http://example.org/ new main\n")
    (tmp_path / "sources.list.d" / "a.sources").write_text("Types: deb\nURIs: http://example.org/\n")
    (tmp_path / "sources.list.d" / "b.list").write_text("deb-src http://example.org/ new main\n")
    (tmp_path / "sources.list.d" / "c.list.save").write_text("deb http://example.org/ saved main\n")

    assert upstream.source_lists(tmp_path) == {
        "a.sources": "Types: deb-src\nURIs: http://example.org/\n",
        "sources.list": "deb-src http://example.org/ new main\n",
    }


def test_without_apt_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without apt is told why, and nothing else happens."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(upstream.NotHadError, match="there is no apt-get"):
        upstream.download(tmp_path, tmp_path)


def test_another_archive_is_refused(tmp_path: Path) -> None:
    """The list of outcomes belongs to one archive, known by its hash."""
    archive = tmp_path / "a.tar.gz"
    archive.write_bytes(b"other")

    with pytest.raises(upstream.NotHadError, match="has the SHA-256"):
        upstream.checked(archive)


def test_only_the_tests_are_unpacked(tmp_path: Path) -> None:
    """The package beside them would be imported in place of the one that is asked about."""
    archive = tmp_path / "a.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        for name in ("p-1/promise/__init__.py", "p-1/tests/test_a.py"):
            tar.addfile(tarfile.TarInfo(name), io.BytesIO())

    upstream.unpack(archive, tmp_path / "out")

    assert [str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.py")] == [
        "p-1/tests/test_a.py"
    ]
