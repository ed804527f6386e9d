"""What a complaint needs beside its loop: evidence, actions, penalties, pauses, approved reports.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# The year of complaints is counted along one index that holds all that is counted.
_COUNTED = (
    "registered_at",
    "category",
    "department",
    "valid",
    "signed_off_at",
    "due_at",
    "satisfied_after",
    "repeats_id",
    "cost_fen",
)
_COUNTED_TOO = ("paused_seconds", "handling_score")

_RESPONSIBLE = """UPDATE complaint SET responsible = (
    SELECT json_extract(said, '$.direct_person') FROM complaint_entry
    WHERE complaint_id = complaint.id AND step = 'returned' ORDER BY position DESC LIMIT 1)"""

# In the order in which they can go again.
_TABLES = (
    "complaint_penalty",
    "complaint_action",
    "attachment_part",
    "attachment",
    "period_report",
)

# Evidence and what was approved stay as they are, whatever a program tries.
_LOCKS = (
    """CREATE TRIGGER attachment_part_never_changes BEFORE UPDATE ON attachment_part
        BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END""",
    """CREATE TRIGGER attachment_part_never_goes BEFORE DELETE ON attachment_part
        BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END""",
    """CREATE TRIGGER attachment_never_goes BEFORE DELETE ON attachment
        BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END""",
    """CREATE TRIGGER complaint_penalty_never_goes BEFORE DELETE ON complaint_penalty
        BEGIN SELECT RAISE(ABORT, 'a penalty is withdrawn, never deleted'); END""",
    """CREATE TRIGGER complaint_action_never_goes BEFORE DELETE ON complaint_action
        BEGIN SELECT RAISE(ABORT, 'an action is ended, never deleted'); END""",
    """CREATE TRIGGER period_report_approved_stays BEFORE UPDATE ON period_report
        WHEN old.approved_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an approved report is never changed'); END""",
    """CREATE TRIGGER period_report_never_goes BEFORE DELETE ON period_report
        WHEN old.approved_at IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'an approved report is never deleted'); END""",
)


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["added_by"], ["staff_member.id"], name=op.f("fk_attachment_added_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"],
            ["staff_member.id"],
            name=op.f("fk_attachment_withdrawn_by_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sqlite_strict=True,
    )
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"], unique=False)
    op.create_index("ix_attachment_subject", "attachment", ["subject", "subject_id"], unique=False)

    op.create_table(
        "period_report",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("compared", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("prepared_at", sa.Text(), nullable=False),
        sa.Column("prepared_by", sa.Text(), nullable=False),
        sa.Column("approved_at", sa.Text(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by"],
            ["staff_member.id"],
            name=op.f("fk_period_report_approved_by_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["prepared_by"],
            ["staff_member.id"],
            name=op.f("fk_period_report_prepared_by_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period_report")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_period_report_period", "period_report", ["kind", "first", "last"], unique=False
    )

    op.create_table(
        "attachment_part",
        sa.Column("attachment_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_attachment_part_attachment_id_attachment"),
        ),
        sa.PrimaryKeyConstraint("attachment_id", "position", name=op.f("pk_attachment_part")),
        sqlite_strict=True,
    )
    op.create_table(
        "complaint_action",
        sa.Column("complaint_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("set_at", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_complaint_action_complaint_id_complaint"),
        ),
        sa.ForeignKeyConstraint(
            ["ended_by"],
            ["staff_member.id"],
            name=op.f("fk_complaint_action_ended_by_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["staff_member.id"],
            name=op.f("fk_complaint_action_owner_id_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["staff_member.id"], name=op.f("fk_complaint_action_set_by_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_action")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_complaint_action_complaint_id", "complaint_action", ["complaint_id"], unique=False
    )
    op.create_index(
        "ix_complaint_action_open", "complaint_action", ["ended_at", "due_on"], unique=False
    )

    op.create_table(
        "complaint_penalty",
        sa.Column("complaint_id", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("amount_fen", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("set_at", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_complaint_penalty_complaint_id_complaint"),
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["staff_member.id"], name=op.f("fk_complaint_penalty_set_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff_member.id"],
            name=op.f("fk_complaint_penalty_staff_id_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"],
            ["staff_member.id"],
            name=op.f("fk_complaint_penalty_withdrawn_by_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_penalty")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_complaint_penalty_complaint_id", "complaint_penalty", ["complaint_id"], unique=False
    )
    op.create_index("ix_complaint_penalty_set_at", "complaint_penalty", ["set_at"], unique=False)

    op.add_column("complaint", sa.Column("responsible", sa.Text(), nullable=True))
    op.add_column("complaint", sa.Column("paused_at", sa.Text(), nullable=True))
    op.add_column(
        "complaint",
        sa.Column("paused_seconds", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )
    op.execute(_RESPONSIBLE)
    op.drop_index("ix_complaint_registered_at", table_name="complaint")
    op.create_index("ix_complaint_registered_at", "complaint", [*_COUNTED, *_COUNTED_TOO])
    for statement in _LOCKS:
        op.execute(statement)


def downgrade() -> None:
    op.drop_index("ix_complaint_registered_at", table_name="complaint")
    for column in ("paused_seconds", "paused_at", "responsible"):
        op.drop_column("complaint", column)
    op.create_index("ix_complaint_registered_at", "complaint", list(_COUNTED))
    for table in _TABLES:
        op.drop_table(table)
