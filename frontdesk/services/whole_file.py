"""A file that leaves the store is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from frontdesk.errors import UserError


@contextmanager
def whole_file(target: Path, refused: str) -> Iterator[IO[bytes]]:
    """What the block writes becomes ``target`` at its end; what stood there stays until then.

    Args:
        target: where it is to stand.
        refused: the code of the sentence for a place that refuses it, told the ``reason``.

    Raises:
        UserError: the place refuses it.
    """
    half = target.with_name(f".{target.name}.part")
    try:
        try:
            with half.open("wb") as file:
                yield file
                synced(file)
            half.replace(target)
        except BaseException:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(refused, reason=reason) from error


def synced(file: IO[bytes]) -> None:
    """Wait until what was written is on the disk."""
    file.flush()
    os.fsync(file.fileno())
