"""Segments, declined work and the queue of calls are told by indexes alone; no row changes.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_DUES = ["customer_id", "next_maintenance_on", "insurance_ends_on", "inspection_due_on", "model"]
_QUEUE = [
    "status",
    "due_from",
    "kind",
    "due_until",
    "next_try_at",
    "assigned_to",
    "served_by",
    "id",
]
_SEGMENTS = [
    "value_class",
    "lost_since",
    "kind",
    "occupation",
    "region_code",
    "badges",
    "do_not_call",
    "erased_at",
]
_TOLD_BY_THE_FILE = ["member_number", "member_level", "address"]


def upgrade() -> None:
    op.create_index("ix_vehicle_dues", "vehicle", _DUES, unique=False)
    # The owner stands first in the new one.
    op.drop_index("ix_vehicle_customer_id", table_name="vehicle")
    _index_segments([*_SEGMENTS, *_TOLD_BY_THE_FILE, "id"])
    op.create_index(
        "ix_visit_item_declined",
        "visit_item",
        ["visit_id"],
        unique=False,
        sqlite_where=sa.text("declined_why IS NOT NULL"),
    )
    op.create_index(
        "ix_callback_queue",
        "callback",
        _QUEUE,
        unique=False,
        sqlite_where=sa.text("status IN ('agreed_time', 'due', 'retry')"),
    )


def downgrade() -> None:
    op.drop_index("ix_callback_queue", table_name="callback")
    op.drop_index("ix_visit_item_declined", table_name="visit_item")
    _index_segments([*_SEGMENTS, "id"])
    op.create_index("ix_vehicle_customer_id", "vehicle", ["customer_id"], unique=False)
    op.drop_index("ix_vehicle_dues", table_name="vehicle")


def _index_segments(columns: list[str]) -> None:
    op.drop_index("ix_customer_segments", table_name="customer")
    op.create_index("ix_customer_segments", "customer", columns, unique=False)
