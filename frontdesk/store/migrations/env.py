"""Alembic's entry: migrates on the connection (and in the transaction) it is handed."""

from __future__ import annotations

from typing import Any

from alembic import context

from frontdesk.models.all import Base


def _compared(name: str | None, kind: str, _parents: object) -> bool:
    """The search index is written in SQL, not mapped: a drafted revision must not drop it."""
    return kind != "table" or not str(name).startswith(("search_trigram", "search_window"))


def _applied(*_: Any, **__: Any) -> None:
    """One more revision is done; whoever waits is told."""
    told = context.config.attributes.get("applied")
    if told is not None:
        told()


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
    include_name=_compared,
    on_version_apply=_applied,
)
with context.begin_transaction():
    context.run_migrations()
