"""Hash the files of a folder on a pool of threads; the answer comes through a chain of promises.

    python examples/checksums.py [FOLDER]

No event loop: the handlers run on the threads that finish the work, and `get()` waits for the end of the chain.
"""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from typedpromise import Promise


class Checksums:
    """Checksums of files, made on a pool of threads."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        """Take the pool that does the work."""
        self._pool = pool
        self.threads: set[str] = set()

    def of_file(self, path: Path) -> Promise[str]:
        """Return a promise of one line: the checksum and the name."""
        return (
            Promise.resolve(self._pool.submit(self._read, path))
            .then(lambda content: sha256(content).hexdigest())
            .then(lambda digest: f"{digest[:12]}  {path.name}")
            .catch(OSError, lambda error: f"{'unreadable':12}  {path.name}: {error.strerror}")
        )

    def of_files(self, paths: list[Path]) -> Promise[list[str]]:
        """Return a promise of a line a file, in the order of the paths."""
        return Promise.all([self.of_file(path) for path in paths])

    def _read(self, path: Path) -> bytes:
        self.threads.add(threading.current_thread().name)
        return path.read_bytes()


def main(folder: Path) -> None:
    """Print the checksums of the Python files in `folder`, and of one file that is not there."""
    paths = [*sorted(folder.glob("*.py"))[:4], folder / "not-there.py"]
    with ThreadPoolExecutor(max_workers=4) as pool:
        checksums = Checksums(pool)
        lines = (
            checksums.of_files(paths)
            .then(lambda lines: [*lines, f"{len(lines)} files, read on {len(checksums.threads)} of 4 threads"])
            .finally_(lambda: pool.shutdown(wait=False))
            .get(timeout=30)
        )
    print("\n".join(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "src" / "typedpromise")
