"""Alembic's entry: migrates on the connection (and in the transaction) it is handed."""

from __future__ import annotations

from alembic import context

from frontdesk.models.all import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
