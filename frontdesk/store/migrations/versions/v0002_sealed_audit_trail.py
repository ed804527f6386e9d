"""A seal on each audit entry, the head of the chain, and indexes to read the trail by.

Entries that are there stay unsealed: the chain is begun over them when the store is opened, with
the data key, in the same transaction (``store.seals.begin``).

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TRIGGERS = (
    """CREATE TRIGGER audit_entry_is_sealed BEFORE INSERT ON audit_entry
        WHEN new.seal IS NULL
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never unsealed'); END""",
    """CREATE TRIGGER audit_head_never_goes BEFORE DELETE ON audit_head
        BEGIN SELECT RAISE(ABORT, 'the head of the audit trail is never deleted'); END""",
    """CREATE TRIGGER audit_head_only_forward BEFORE UPDATE ON audit_head
        WHEN new.sequence <= old.sequence
        BEGIN SELECT RAISE(ABORT, 'the head of the audit trail never goes back'); END""",
)
_INDEXES = ("at", "staff_id", "action")


def upgrade() -> None:
    op.add_column("audit_entry", sa.Column("seal", sa.LargeBinary(), nullable=True))
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Text(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
        sqlite_strict=True,
    )
    for column in _INDEXES:
        op.create_index(f"ix_audit_entry_{column}", "audit_entry", [column], unique=False)
    for statement in _TRIGGERS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TRIGGER audit_entry_is_sealed")
    for column in _INDEXES:
        op.drop_index(f"ix_audit_entry_{column}", table_name="audit_entry")
    op.drop_table("audit_head")
    op.drop_column("audit_entry", "seal")
