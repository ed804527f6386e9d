"""What the reception needs to be whole: walk-around, price list, words that are locked.

A column that names another record is added by hand: Alembic would rebuild the whole table for its
foreign key.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "phrase",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("last_used_on", sa.Text(), nullable=False),
        sa.Column("hidden", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrase")),
        sa.UniqueConstraint("field", "text", name=op.f("uq_phrase_field_text")),
        sqlite_strict=True,
    )
    op.create_index("ix_phrase_field", "phrase", ["field", "hidden", "uses"], unique=False)
    op.create_table(
        "price_item",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.Column("labour_hours", sa.Integer(), nullable=False),
        sa.Column("labour_rate", sa.Integer(), nullable=True),
        sa.Column("part_number", sa.Text(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("car_model", sa.Text(), nullable=True),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_item")),
        sa.UniqueConstraint("code", name=op.f("uq_price_item_code")),
        sqlite_strict=True,
    )
    op.create_index("ix_price_item_active", "price_item", ["active", "kind"], unique=False)
    op.create_table(
        "damage_mark",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("x", sa.Integer(), nullable=False),
        sa.Column("y", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("size", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("attachment_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_damage_mark_attachment_id_attachment"),
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_damage_mark_visit_id_visit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_damage_mark")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_damage_mark_visit_id"), "damage_mark", ["visit_id"], unique=False)
    op.create_table(
        "visit_words",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_visit_words_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_visit_words_visit_id_visit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_words")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_words_visit_id"), "visit_words", ["visit_id"], unique=False)
    op.add_column("visit", sa.Column("booked_minutes", sa.Integer(), nullable=True))
    op.add_column("visit", sa.Column("warning_lamps", sa.Text(), nullable=True))
    op.add_column("visit", sa.Column("advisor_reading", sa.Text(), nullable=True))
    op.add_column("visit", sa.Column("defect", sa.Text(), nullable=True))
    op.add_column(
        "visit", sa.Column("safety_fault", sa.Integer(), server_default="0", nullable=False)
    )
    op.execute(
        "ALTER TABLE visit ADD COLUMN repeat_of_id TEXT "
        "CONSTRAINT fk_visit_repeat_of_id_visit REFERENCES visit (id)"
    )
    op.add_column("visit", sa.Column("words_locked_at", sa.Text(), nullable=True))
    op.add_column("visit", sa.Column("declined_on", sa.Text(), nullable=True))
    op.add_column(
        "visit", sa.Column("hand_over_prints", sa.Integer(), server_default="0", nullable=False)
    )
    op.create_index(
        "ix_visit_booked_for",
        "visit",
        ["booked_for"],
        unique=False,
        sqlite_where=sa.text("booked_for IS NOT NULL"),
    )
    op.create_index(
        "ix_visit_repeat_of_id",
        "visit",
        ["repeat_of_id"],
        unique=False,
        sqlite_where=sa.text("repeat_of_id IS NOT NULL"),
    )
    op.create_index(
        "ix_visit_customer_handed_over", "visit", ["customer_id", "handed_over_on"], unique=False
    )
    op.add_column(
        "visit_change", sa.Column("prints", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("visit_item", sa.Column("code", sa.Text(), nullable=True))
    op.add_column("visit_item", sa.Column("part_number", sa.Text(), nullable=True))
    op.add_column("visit_item", sa.Column("labour_hours", sa.Integer(), nullable=True))
    op.add_column("visit_item", sa.Column("labour_rate", sa.Integer(), nullable=True))
    op.add_column(
        "visit_item", sa.Column("discount", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column(
        "visit_item", sa.Column("payer", sa.Text(), server_default="customer", nullable=False)
    )
    op.add_column("visit_item", sa.Column("declined_why", sa.Text(), nullable=True))
    # Only where words could still be changed: a dealership has a million visits that are over.
    op.execute(
        "UPDATE visit SET words_locked_at = agreed_at WHERE read_back = 1 "
        "AND status IN ('arrived', 'estimated', 'agreed', 'in_workshop', 'ready')"
    )
    op.execute("UPDATE visit SET declined_on = arrived_on WHERE status = 'declined'")


def downgrade() -> None:
    op.drop_column("visit_item", "declined_why")
    op.drop_column("visit_item", "payer")
    op.drop_column("visit_item", "discount")
    op.drop_column("visit_item", "labour_rate")
    op.drop_column("visit_item", "labour_hours")
    op.drop_column("visit_item", "part_number")
    op.drop_column("visit_item", "code")
    op.drop_column("visit_change", "prints")
    op.drop_index("ix_visit_customer_handed_over", table_name="visit")
    op.drop_index("ix_visit_repeat_of_id", table_name="visit")
    op.drop_index("ix_visit_booked_for", table_name="visit")
    op.drop_column("visit", "hand_over_prints")
    op.drop_column("visit", "declined_on")
    op.drop_column("visit", "words_locked_at")
    op.drop_column("visit", "repeat_of_id")
    op.drop_column("visit", "safety_fault")
    op.drop_column("visit", "defect")
    op.drop_column("visit", "advisor_reading")
    op.drop_column("visit", "warning_lamps")
    op.drop_column("visit", "booked_minutes")
    op.drop_index(op.f("ix_visit_words_visit_id"), table_name="visit_words")
    op.drop_table("visit_words")
    op.drop_index(op.f("ix_damage_mark_visit_id"), table_name="damage_mark")
    op.drop_table("damage_mark")
    op.drop_index("ix_price_item_active", table_name="price_item")
    op.drop_table("price_item")
    op.drop_index("ix_phrase_field", table_name="phrase")
    op.drop_table("phrase")
