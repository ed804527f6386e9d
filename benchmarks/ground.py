"""The store to measure in: a sample dealership, made once and kept, opened as a copy."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.moment import CLOCK
from frontdesk import sample
from frontdesk.config import cache_dir
from frontdesk.sample.dealership import DEFAULT_SEED, build_sample
from frontdesk.sample.staff import ADMIN, PASSWORD
from frontdesk.services.accounts.opening import change_person, sign_in
from frontdesk.services.registry import Services
from frontdesk.store import migrate
from frontdesk.store.engine import connect, tune
from frontdesk.store.files import DataFolder

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Ground:
    """``services`` are the administrator's; the folder is a copy that may be written to."""

    services: Services
    folder: DataFolder
    customers: int

    def signed_in(self, login: str) -> Services:
        """The services of another account of the sample, over the same store."""
        return change_person(self.services, login, PASSWORD)

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The engine alone: a driver connection with the same key and the same pragmas."""
        connection = connect(self.folder.database, self.services.desk.store.key)
        tune(connection)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def prepared(
    customers: int, kept_in: Path | None = None, told: Told = lambda _said: None
) -> Iterator[Ground]:
    """A signed-in copy of the dealership of ``customers`` files, thrown away at the end.

    The original is made at the first call (some minutes for 100,000) and kept in ``kept_in``, the
    program's cache folder by default; ``told`` hears what is going on.
    """
    made = _original(customers, kept_in or cache_dir() / "benchmarks", told)
    with tempfile.TemporaryDirectory(
        prefix="frontdesk-bench-", ignore_cleanup_errors=True
    ) as place:
        folder = DataFolder(Path(place) / "desk")
        shutil.copytree(made, folder.root)
        services = sign_in(folder, ADMIN, PASSWORD, CLOCK)
        try:
            yield Ground(services, folder, customers)
        finally:
            services.desk.store.close()


def _original(customers: int, kept_in: Path, told: Told) -> Path:
    target = kept_in / f"{customers}-{DEFAULT_SEED}-{CLOCK.now().date()}-{_made_by()}"
    if target.is_dir():
        return target
    kept_in.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f"{target.name}.", dir=kept_in))
    try:
        build_sample(
            DataFolder(aside),
            CLOCK,
            customers,
            progress=lambda done, all_: told(f"making the sample: {done:,} of {all_:,} customers"),
        ).desk.store.close()
        aside.rename(target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return target


def _made_by() -> str:
    """Tells schemas and ways of making the sample apart."""
    schema = Path(migrate.__file__).parent / "migrations" / "versions"
    sources = sorted([*schema.glob("*.py"), *Path(sample.__file__).parent.glob("*.py")])
    code = b"".join(source.read_bytes() for source in sources)
    return f"{migrate.head()}-{sha256(code).hexdigest()[:8]}"


def say(text: str) -> None:
    """One line of progress, on stderr: the table alone goes to stdout."""
    print(text, file=sys.stderr, flush=True)
