"""Files of every kind, by the words of docs/migrate.md, migrated in as few runs as they can share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from typedpromise.check.fixing import Permit
from typedpromise.check.settings import Settings
from typedpromise.migrate.files import find
from typedpromise.migrate.migration import Migrated, Migration

OLD = "from promise import Promise\n\nPromise.cast(1).get()\n"
NEW = OLD.replace("promise import", "typedpromise import").replace("cast", "resolve")
HELD = NEW.replace("from typedpromise", "from typedpromise.compat")
_STUB = "from promise import Promise\n\ndef one() -> Promise[int]: ...\n"
_LATIN = "# coding: latin-1\r\n# \u00e9\r\n" + OLD.replace("\n", "\r\n")
_BROKEN = "from promise import Promise\nprint 'two'\n"
_UNTOUCHED = "print( 1 )\n"
_MARK = b"\xef\xbb\xbf"
_UNREADABLE = b"# \xff\n" + OLD.encode()


@dataclass
class Laid:
    """Two runs: one of files that can be migrated, one of files of which some cannot, with what came of each."""

    good: Path
    bad: Path
    in_good: Migrated
    in_bad: Migrated

    def bytes_of(self, name: str) -> bytes:
        """Return a file of the first run as it is now."""
        return (self.good / name).read_bytes()

    def failed(self, name: str) -> list[tuple[int, str]]:
        """Return the lines and codes of the failures of a file of the second run."""
        file = str(self.bad / name)
        return sorted({(report.line, report.code) for report in self.in_bad.failures if report.file == file})

    def left(self, name: str) -> list[tuple[str, str]]:
        """Return what was left of a file of the second run, and why."""
        return [(place.what, place.why) for place in self.in_bad.left[str(self.bad / name)]]


def _migrate(*paths: Path) -> Migrated:
    files = find([str(path) for path in paths])
    result = Migration(files, None, Settings(), None, Permit(files)).run()
    for file, text in result.texts.items():
        result.sources[file].write(text)
    return result


def _lay(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def laid(folder: Path) -> Laid:
    """Write the files and migrate them."""
    good, bad = folder / "good", folder / "bad"
    old = OLD.encode()
    _lay(good, {"stub.pyi": _STUB.encode(), "mark.py": _MARK + old, "latin.py": _LATIN.encode("latin-1")})
    _lay(good, {"script": b"#!/usr/bin/env python3\n" + old, "other.py": _UNTOUCHED.encode()})
    _lay(good, {".hidden/a.py": old, "venv/pyvenv.cfg": b"", "venv/a.py": old})
    (good / "latin.py").chmod(0o640)
    _lay(bad, {"broken.py": _BROKEN.encode(), "unreadable.py": _UNREADABLE, "good.py": old, "read_only.py": old})
    _lay(bad, {"site-packages/installed.py": old})
    (bad / "read_only.py").chmod(0o444)
    return Laid(good, bad, _migrate(good, good / "script"), _migrate(bad, bad / "site-packages" / "installed.py"))


FILES: dict[str, Callable[[Laid], None]] = {}


def _kind(words: str) -> Callable[[Callable[[Laid], None]], Callable[[Laid], None]]:
    def enter(check: Callable[[Laid], None]) -> Callable[[Laid], None]:
        FILES[words] = check
        return check

    return enter


@_kind("a stub, `.pyi`")
def _stub(files: Laid) -> None:
    assert files.bytes_of("stub.pyi").decode() == _STUB.replace("from promise", "from typedpromise")


@_kind("one that begins with a byte-order mark")
def _mark(files: Laid) -> None:
    assert files.bytes_of("mark.py") == _MARK + NEW.encode()


@_kind(r"one with `\r\n` and an encoding of its own")
def _encoded(files: Laid) -> None:
    wanted = "# coding: latin-1\r\n# \u00e9\r\n" + NEW.replace("\n", "\r\n")
    assert files.bytes_of("latin.py") == wanted.encode("latin-1")
    assert (files.good / "latin.py").stat().st_mode & 0o777 == 0o640


@_kind("a script without a suffix that is named, whose first line calls Python")
def _script(files: Laid) -> None:
    assert files.bytes_of("script").decode() == "#!/usr/bin/env python3\n" + NEW


@_kind("one that does not import `promise`")
def _untouched(files: Laid) -> None:
    assert files.bytes_of("other.py").decode() == _UNTOUCHED
    assert str(files.good / "other.py") not in files.in_good.texts


@_kind("one that cannot be parsed")
def _broken(files: Laid) -> None:
    assert files.failed("broken.py") == [(2, "syntax")]
    assert (files.bad / "broken.py").read_text() == _BROKEN
    assert (files.bad / "good.py").read_text() == HELD


@_kind("one that cannot be decoded")
def _unreadable(files: Laid) -> None:
    assert [code for _, code in files.failed("unreadable.py")] == ["unreadable"]
    assert (files.bad / "unreadable.py").read_bytes() == _UNREADABLE


@_kind("a read-only one")
def _read_only(files: Laid) -> None:
    assert files.left("read_only.py") == [("the file", "the file is read-only: make it writable")]
    assert (files.bad / "read_only.py").read_text() == OLD
    assert files.in_bad.target == "typedpromise.compat"


@_kind("one of an installed package that is named")
def _installed(files: Laid) -> None:
    ((what, why),) = files.left("site-packages/installed.py")
    assert (what, why.partition(",")[0]) == ("the file", "the file belongs to an installed package")
    assert (files.bad / "site-packages" / "installed.py").read_text() == OLD


@_kind("one in a hidden folder or a virtual environment")
def _passed_over(files: Laid) -> None:
    assert files.bytes_of(".hidden/a.py") == files.bytes_of("venv/a.py") == OLD.encode()
    assert files.in_good.target == "typedpromise"
