"""What customer files need to be whole: fields, classes, segments, merges, delivery days.

A column that names another record is added by hand: Alembic would rebuild the whole table for its
foreign key.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change_set",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=True),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_change_set_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["staff_member.id"], name=op.f("fk_change_set_undone_by_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_set")),
        sqlite_strict=True,
    )
    op.create_index("ix_change_set_at", "change_set", ["at"], unique=False)
    op.create_index("ix_change_set_subject", "change_set", ["subject_id"], unique=False)
    op.create_table(
        "segment",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["staff_member.id"], name=op.f("fk_segment_made_by_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
        sa.UniqueConstraint("name", name=op.f("uq_segment_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "class_change",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_class_change_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_class_change_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_change")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_class_change_customer_id"), "class_change", ["customer_id"], unique=False
    )
    op.create_index(op.f("ix_class_change_on"), "class_change", ["on"], unique=False)
    op.create_table(
        "contact_consent",
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_contact_consent_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["staff_member.id"], name=op.f("fk_contact_consent_noted_by_staff_member")
        ),
        sa.PrimaryKeyConstraint("customer_id", "channel", name=op.f("pk_contact_consent")),
        sqlite_strict=True,
    )
    op.create_table(
        "customer_loss",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("lost_on", sa.Text(), nullable=False),
        sa.Column("back_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_loss_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_loss")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_customer_loss_customer_id"), "customer_loss", ["customer_id"], unique=False
    )
    op.create_index("ix_customer_loss_days", "customer_loss", ["lost_on", "back_on"], unique=False)
    op.create_table(
        "delivery_day",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Text(), nullable=True),
        sa.Column("none_said_at", sa.Text(), nullable=True),
        sa.Column("none_said_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_delivery_day_batch_id_import_batch")
        ),
        sa.ForeignKeyConstraint(
            ["none_said_by"],
            ["staff_member.id"],
            name=op.f("fk_delivery_day_none_said_by_staff_member"),
        ),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_delivery_day")),
        sqlite_strict=True,
    )
    op.create_table(
        "family_member",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tie", sa.Text(), nullable=False),
        sa.Column("birthday", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_family_member_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_family_member")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_family_member_customer_id"), "family_member", ["customer_id"], unique=False
    )
    op.create_table(
        "former_number",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("change_set_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_set_id"],
            ["change_set.id"],
            name=op.f("fk_former_number_change_set_id_change_set"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_former_number_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_former_number")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_former_number_customer_id"), "former_number", ["customer_id"], unique=False
    )
    op.create_table(
        "not_the_same",
        sa.Column("first_id", sa.Text(), nullable=False),
        sa.Column("second_id", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by"],
            ["staff_member.id"],
            name=op.f("fk_not_the_same_decided_by_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["customer.id"],
            name=op.f("fk_not_the_same_first_id_customer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["customer.id"],
            name=op.f("fk_not_the_same_second_id_customer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_not_the_same")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_not_the_same_second_id"), "not_the_same", ["second_id"], unique=False)
    op.create_table(
        "vehicle_driver",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["vehicle_id"],
            ["vehicle.id"],
            name=op.f("fk_vehicle_driver_vehicle_id_vehicle"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_driver")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_vehicle_driver_phone"), "vehicle_driver", ["phone"], unique=False)
    op.create_index(
        op.f("ix_vehicle_driver_vehicle_id"), "vehicle_driver", ["vehicle_id"], unique=False
    )
    op.add_column("customer", sa.Column("lunar_month", sa.Integer(), nullable=True))
    op.add_column("customer", sa.Column("lunar_day", sa.Integer(), nullable=True))
    op.add_column("customer", sa.Column("lunar_leap", sa.Integer(), nullable=True))
    op.add_column("customer", sa.Column("education", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("income_band", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("ethnicity", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("hobbies", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("employer_address", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("region_code", sa.Text(), nullable=True))
    op.execute(
        "ALTER TABLE customer ADD COLUMN referrer_id TEXT "
        "CONSTRAINT fk_customer_referrer_id_customer REFERENCES customer (id)"
    )
    op.add_column("customer", sa.Column("referred_by", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("member_expires_on", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("services_of_interest", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("usual_payment", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("preferred_channel", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("value_class", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("value_why", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("valued_on", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("own_class", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("own_class_why", sa.Text(), nullable=True))
    op.execute(
        "ALTER TABLE customer ADD COLUMN own_class_by TEXT "
        "CONSTRAINT fk_customer_own_class_by_staff_member REFERENCES staff_member (id)"
    )
    op.add_column("customer", sa.Column("own_class_at", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("lost_since", sa.Text(), nullable=True))
    op.add_column("customer", sa.Column("badges", sa.Text(), nullable=True))
    op.add_column(
        "customer", sa.Column("opinion_leader", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("customer", sa.Column("erased_at", sa.Text(), nullable=True))
    op.create_index(op.f("ix_customer_referrer_id"), "customer", ["referrer_id"], unique=False)
    op.create_index(
        "ix_customer_segments",
        "customer",
        [
            "value_class",
            "lost_since",
            "kind",
            "occupation",
            "region_code",
            "badges",
            "do_not_call",
            "erased_at",
            "id",
        ],
        unique=False,
    )
    op.add_column(
        "customer_note", sa.Column("flagged", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("vehicle", sa.Column("trim", sa.Text(), nullable=True))
    op.add_column("vehicle", sa.Column("vehicle_class", sa.Text(), nullable=True))
    op.add_column("vehicle", sa.Column("gearbox_number", sa.Text(), nullable=True))
    op.add_column("vehicle", sa.Column("first_maintained_on", sa.Text(), nullable=True))
    op.add_column("vehicle", sa.Column("first_maintained_km", sa.Integer(), nullable=True))
    op.add_column("vehicle", sa.Column("warranty_months", sa.Integer(), nullable=True))
    op.add_column("vehicle", sa.Column("warranty_km", sa.Integer(), nullable=True))
    op.add_column("vehicle", sa.Column("insured_here_since", sa.Text(), nullable=True))
    op.add_column("vehicle", sa.Column("inspected_here_since", sa.Text(), nullable=True))
    op.create_index(
        "ix_vehicle_segments",
        "vehicle",
        ["customer_id", "use", "vehicle_class", "warranty_ends_on", "purchased_on"],
        unique=False,
    )
    op.drop_index(op.f("ix_vehicle_delivered_on"), table_name="vehicle")
    op.create_index(
        "ix_vehicle_new",
        "vehicle",
        [
            "delivered_on",
            "sold_here",
            "next_maintenance_on",
            "last_mileage_km",
            "last_visit_on",
            "purchased_on",
            "next_maintenance_km",
            "id",
        ],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_vehicle_new", table_name="vehicle")
    op.create_index(op.f("ix_vehicle_delivered_on"), "vehicle", ["delivered_on"], unique=False)
    op.drop_index("ix_vehicle_segments", table_name="vehicle")
    op.drop_column("vehicle", "inspected_here_since")
    op.drop_column("vehicle", "insured_here_since")
    op.drop_column("vehicle", "warranty_km")
    op.drop_column("vehicle", "warranty_months")
    op.drop_column("vehicle", "first_maintained_km")
    op.drop_column("vehicle", "first_maintained_on")
    op.drop_column("vehicle", "gearbox_number")
    op.drop_column("vehicle", "vehicle_class")
    op.drop_column("vehicle", "trim")
    op.drop_column("customer_note", "flagged")
    op.drop_index("ix_customer_segments", table_name="customer")
    op.drop_index(op.f("ix_customer_referrer_id"), table_name="customer")
    op.drop_column("customer", "erased_at")
    op.drop_column("customer", "opinion_leader")
    op.drop_column("customer", "badges")
    op.drop_column("customer", "lost_since")
    op.drop_column("customer", "own_class_at")
    op.drop_column("customer", "own_class_by")
    op.drop_column("customer", "own_class_why")
    op.drop_column("customer", "own_class")
    op.drop_column("customer", "valued_on")
    op.drop_column("customer", "value_why")
    op.drop_column("customer", "value_class")
    op.drop_column("customer", "preferred_channel")
    op.drop_column("customer", "usual_payment")
    op.drop_column("customer", "services_of_interest")
    op.drop_column("customer", "member_expires_on")
    op.drop_column("customer", "referred_by")
    op.drop_column("customer", "referrer_id")
    op.drop_column("customer", "region_code")
    op.drop_column("customer", "employer_address")
    op.drop_column("customer", "hobbies")
    op.drop_column("customer", "ethnicity")
    op.drop_column("customer", "income_band")
    op.drop_column("customer", "education")
    op.drop_column("customer", "lunar_leap")
    op.drop_column("customer", "lunar_day")
    op.drop_column("customer", "lunar_month")
    op.drop_index(op.f("ix_vehicle_driver_vehicle_id"), table_name="vehicle_driver")
    op.drop_index(op.f("ix_vehicle_driver_phone"), table_name="vehicle_driver")
    op.drop_table("vehicle_driver")
    op.drop_index(op.f("ix_not_the_same_second_id"), table_name="not_the_same")
    op.drop_table("not_the_same")
    op.drop_index(op.f("ix_former_number_customer_id"), table_name="former_number")
    op.drop_table("former_number")
    op.drop_index(op.f("ix_family_member_customer_id"), table_name="family_member")
    op.drop_table("family_member")
    op.drop_table("delivery_day")
    op.drop_index("ix_customer_loss_days", table_name="customer_loss")
    op.drop_index(op.f("ix_customer_loss_customer_id"), table_name="customer_loss")
    op.drop_table("customer_loss")
    op.drop_table("contact_consent")
    op.drop_index(op.f("ix_class_change_on"), table_name="class_change")
    op.drop_index(op.f("ix_class_change_customer_id"), table_name="class_change")
    op.drop_table("class_change")
    op.drop_table("segment")
    op.drop_index("ix_change_set_subject", table_name="change_set")
    op.drop_index("ix_change_set_at", table_name="change_set")
    op.drop_table("change_set")
