"""The packages in vendor/ are the published ones."""

import base64
import hashlib
import tarfile

from .vendored import VENDOR, sources

# What npm publishes for the tarball: `npm view promises-aplus-tests@2.1.2 dist.integrity`.
TARBALL = VENDOR / "promises-aplus-tests-2.1.2.tgz"
INTEGRITY = "sha512-XiDfjQqx+rHLof8CU9xPOMLsjiXXxr3fkjE7WJjUzXttffB8K/nsnNsPTcwS4VvHliSjGVsYVqIjFeTHw53f5w=="

OURS = {".gitattributes", "README.md", "SHA256SUMS"}


def test_tarball_is_the_one_npm_publishes() -> None:
    """The suite's tarball has the integrity value that npm publishes for it."""
    digest = hashlib.sha512(TARBALL.read_bytes()).digest()

    assert f"sha512-{base64.b64encode(digest).decode()}" == INTEGRITY


def test_suite_is_the_content_of_its_tarball() -> None:
    """The suite's files are those of its tarball, byte for byte, none missing and none added."""
    folder = VENDOR / "promises-aplus-tests"
    with tarfile.open(TARBALL) as tarball:
        published = {
            member.name.removeprefix("package/"): content.read()
            for member in tarball
            if (content := tarball.extractfile(member)) is not None
        }
    carried = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    assert published == carried


def test_manifest() -> None:
    """SHA256SUMS lists every vendored file with the hash that it has."""
    manifest = (VENDOR / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    actual = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(VENDOR).as_posix()}"
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name not in OURS
    ]

    assert sorted(manifest) == sorted(actual)


def test_every_package_has_its_licence() -> None:
    """Each vendored package lies beside its licence."""
    packages = {path.partition("/")[0] for path in sources()}

    assert packages == {"assert", "inherits", "promises-aplus-tests", "sinon", "util"}
    assert all(list((VENDOR / package).glob("LICENSE*")) for package in packages)
