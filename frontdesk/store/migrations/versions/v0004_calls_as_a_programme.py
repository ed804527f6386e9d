"""What calls need to be a programme: absences, lists, routine sheets, spot checks, messages.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("noted_at", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["staff_member.id"], name=op.f("fk_absence_noted_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff_member.id"], name=op.f("fk_absence_staff_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
        sqlite_strict=True,
    )
    op.create_index("ix_absence_days", "absence", ["last", "first"], unique=False)

    op.create_table(
        "call_list",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["staff_member.id"], name=op.f("fk_call_list_made_by_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_list")),
        sqlite_strict=True,
    )
    op.create_index("ix_call_list_days", "call_list", ["last"], unique=False)

    op.create_table(
        "call_list_member",
        sa.Column("call_list_id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["call_list_id"],
            ["call_list.id"],
            name=op.f("fk_call_list_member_call_list_id_call_list"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_call_list_member_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_call_list_member_vehicle_id_vehicle")
        ),
        sa.PrimaryKeyConstraint("call_list_id", "customer_id", name=op.f("pk_call_list_member")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_call_list_member_customer_id"), "call_list_member", ["customer_id"], unique=False
    )

    op.create_table(
        "routine_sheet",
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("delivered_on", sa.Text(), nullable=False),
        sa.Column("signed_at", sa.Text(), nullable=True),
        sa.Column("signed_by", sa.Text(), nullable=True),
        sa.Column("signed_note", sa.Text(), nullable=True),
        sa.Column("checked_at", sa.Text(), nullable=True),
        sa.Column("checked_by", sa.Text(), nullable=True),
        sa.Column("check_note", sa.Text(), nullable=True),
        sa.Column("prints", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by"],
            ["staff_member.id"],
            name=op.f("fk_routine_sheet_checked_by_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_routine_sheet_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["staff_member.id"], name=op.f("fk_routine_sheet_signed_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_routine_sheet_vehicle_id_vehicle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_routine_sheet")),
        sa.UniqueConstraint(
            "vehicle_id", "customer_id", name=op.f("uq_routine_sheet_vehicle_id_customer_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_routine_sheet_delivered_on", "routine_sheet", ["delivered_on"], unique=False
    )

    op.create_table(
        "outbox_message",
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("phone_id", sa.Text(), nullable=True),
        sa.Column("callback_id", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("queued_at", sa.Text(), nullable=False),
        sa.Column("queued_by", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["callback_id"], ["callback.id"], name=op.f("fk_outbox_message_callback_id_callback")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_outbox_message_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by"], ["staff_member.id"], name=op.f("fk_outbox_message_ended_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["queued_by"],
            ["staff_member.id"],
            name=op.f("fk_outbox_message_queued_by_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_outbox_message_callback_id"), "outbox_message", ["callback_id"], unique=False
    )
    op.create_index(
        op.f("ix_outbox_message_customer_id"), "outbox_message", ["customer_id"], unique=False
    )
    op.create_index(
        "ix_outbox_message_state", "outbox_message", ["state", "queued_at"], unique=False
    )

    op.create_table(
        "spot_check",
        sa.Column("callback_id", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("recall_id", sa.Text(), nullable=True),
        sa.Column("drawn_at", sa.Text(), nullable=False),
        sa.Column("drawn_by", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("judged_at", sa.Text(), nullable=True),
        sa.Column("judged_on", sa.Text(), nullable=True),
        sa.Column("judged_by", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["callback_id"], ["callback.id"], name=op.f("fk_spot_check_callback_id_callback")
        ),
        sa.ForeignKeyConstraint(
            ["drawn_by"], ["staff_member.id"], name=op.f("fk_spot_check_drawn_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["judged_by"], ["staff_member.id"], name=op.f("fk_spot_check_judged_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["recall_id"], ["callback.id"], name=op.f("fk_spot_check_recall_id_callback")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot_check")),
        sa.UniqueConstraint("callback_id", name=op.f("uq_spot_check_callback_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_spot_check_judged_on", "spot_check", ["judged_on"], unique=False)

    op.add_column("call_attempt", sa.Column("entered_at", sa.Text(), nullable=True))
    op.add_column("call_attempt", sa.Column("with_callback_id", sa.Text(), nullable=True))

    op.add_column("callback", sa.Column("stage", sa.Text(), nullable=True))
    op.add_column("callback", sa.Column("withdrawn_why", sa.Text(), nullable=True))
    op.add_column("callback", sa.Column("assigned_at", sa.Text(), nullable=True))

    op.execute("UPDATE callback SET assigned_at = created_at WHERE assigned_to IS NOT NULL")
    op.add_column("customer", sa.Column("specialist_since", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("customer", "specialist_since")

    op.drop_column("callback", "assigned_at")
    op.drop_column("callback", "withdrawn_why")
    op.drop_column("callback", "stage")

    op.drop_column("call_attempt", "with_callback_id")
    op.drop_column("call_attempt", "entered_at")

    op.drop_index("ix_spot_check_judged_on", table_name="spot_check")

    op.drop_table("spot_check")
    op.drop_index("ix_outbox_message_state", table_name="outbox_message")
    op.drop_index(op.f("ix_outbox_message_customer_id"), table_name="outbox_message")
    op.drop_index(op.f("ix_outbox_message_callback_id"), table_name="outbox_message")

    op.drop_table("outbox_message")
    op.drop_index("ix_routine_sheet_delivered_on", table_name="routine_sheet")

    op.drop_table("routine_sheet")
    op.drop_index(op.f("ix_call_list_member_customer_id"), table_name="call_list_member")

    op.drop_table("call_list_member")
    op.drop_index("ix_call_list_days", table_name="call_list")

    op.drop_table("call_list")
    op.drop_index("ix_absence_days", table_name="absence")

    op.drop_table("absence")
