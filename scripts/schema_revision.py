"""Drafts the next schema revision: ``python -m scripts.schema_revision "why the schema changes"``.

A throw-away store is made from the existing revisions and compared with the mapped classes; what
differs is written as the next numbered file for review (docs/schema-changes.md).
"""

from __future__ import annotations

import argparse
import re
import secrets
import sys
import tempfile
from pathlib import Path

from alembic import command

from frontdesk.store import migrate
from frontdesk.store.files import DataFolder
from frontdesk.store.startup import create_store


def draft(message: str) -> Path:
    """Write the next revision and return its file."""
    number = f"{int(migrate.head()) + 1:04d}"
    name = re.sub(r"\W+", "_", message.lower()).strip("_")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = create_store(DataFolder(Path(folder)), secrets.token_bytes(32))
        config = migrate.config()
        config.set_main_option("file_template", f"v{number}_{name}")
        with store.engine.connect() as connection:
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=number)
        store.close()
    return Path(migrate.__file__).parent / "migrations" / "versions" / f"v{number}_{name}.py"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Draft the next schema revision.")
    parser.add_argument("message", help="why the schema changes, in a few English words")
    print(draft(parser.parse_args().message))
    return 0


if __name__ == "__main__":
    sys.exit(main())
