"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Three characters and more: trigrams over the text of search_doc; without positions they are a
# third the size and twice as fast, and the line itself is looked at anyway. One or two characters:
# the window table.
_SEARCH = (
    """CREATE VIRTUAL TABLE search_trigram USING fts5(
        text, content='search_doc', content_rowid='id', detail='none',
        tokenize='trigram case_sensitive 1')""",
    """CREATE TABLE search_window (
        "window" TEXT NOT NULL,
        id INTEGER NOT NULL,
        PRIMARY KEY ("window", id)
    ) STRICT, WITHOUT ROWID""",
)

# What was written stays written: refused by the store itself, whatever a program tries.
_LOCKS = (
    """CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END""",
    """CREATE TRIGGER audit_entry_never_goes BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END""",
    """CREATE TRIGGER complaint_entry_never_changes BEFORE UPDATE ON complaint_entry
        BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END""",
    """CREATE TRIGGER complaint_entry_never_goes BEFORE DELETE ON complaint_entry
        BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END""",
    """CREATE TRIGGER complaint_words_locked BEFORE UPDATE OF words ON complaint
        WHEN new.words IS NOT old.words
        BEGIN SELECT RAISE(ABORT, 'the words as said are locked'); END""",
)


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("staff_id", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_entry")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_audit_entry_subject", "audit_entry", ["subject", "subject_id"], unique=False
    )
    op.create_table(
        "import_mapping",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_import_mapping")),
        sqlite_strict=True,
    )
    op.create_table(
        "number_sequence",
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "year", name=op.f("pk_number_sequence")),
        sqlite_strict=True,
    )
    op.create_table(
        "script_version",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("published_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "version", name=op.f("pk_script_version")),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
        sqlite_strict=True,
    )
    op.create_table(
        "staff_member",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_member")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_member_login")),
        sqlite_strict=True,
    )
    op.create_table(
        "customer",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("identity_number", sa.Text(), nullable=True),
        sa.Column("birthday", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("wechat", sa.Text(), nullable=True),
        sa.Column("occupation", sa.Text(), nullable=True),
        sa.Column("employer", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("member_number", sa.Text(), nullable=True),
        sa.Column("member_level", sa.Text(), nullable=True),
        sa.Column("preferred_hours", sa.Text(), nullable=True),
        sa.Column("do_not_call", sa.Integer(), nullable=False),
        sa.Column("specialist_id", sa.Text(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=True),
        sa.Column("last_visit_on", sa.Text(), nullable=True),
        sa.Column("next_due_on", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by"], ["staff_member.id"], name=op.f("fk_customer_created_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["specialist_id"],
            ["staff_member.id"],
            name=op.f("fk_customer_specialist_id_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("number", name=op.f("uq_customer_number")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_customer_identity_number"), "customer", ["identity_number"], unique=False
    )
    op.create_index(op.f("ix_customer_name"), "customer", ["name"], unique=False)
    op.create_index("ix_customer_newest", "customer", ["last_visit_on", "id"], unique=False)
    op.create_index("ix_customer_next_due_on", "customer", ["next_due_on"], unique=False)
    op.create_index(op.f("ix_customer_specialist_id"), "customer", ["specialist_id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["staff_member.id"], name=op.f("fk_draft_owner_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint(
            "owner_id", "form", "subject_id", name=op.f("uq_draft_owner_id_form_subject_id")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_import_batch_by_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sqlite_strict=True,
    )
    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["staff_member.id"],
            name=op.f("fk_staff_role_staff_id_staff_member"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("staff_id", "role", name=op.f("pk_staff_role")),
        sqlite_strict=True,
    )
    op.create_table(
        "customer_note",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_note_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"],
            ["staff_member.id"],
            name=op.f("fk_customer_note_written_by_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_note")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_customer_note_customer_id"), "customer_note", ["customer_id"], unique=False
    )
    op.create_table(
        "customer_phone",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_phone_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_phone")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_customer_phone_customer_id"), "customer_phone", ["customer_id"], unique=False
    )
    op.create_index(op.f("ix_customer_phone_number"), "customer_phone", ["number"], unique=False)
    op.create_table(
        "search_doc",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("newest_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_search_doc_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_doc")),
        sa.UniqueConstraint("customer_id", name=op.f("uq_search_doc_customer_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_search_doc_newest_on"), "search_doc", ["newest_on"], unique=False)
    op.create_table(
        "vehicle",
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("vin", sa.Text(), nullable=True),
        sa.Column("plate", sa.Text(), nullable=True),
        sa.Column("brand", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("engine_number", sa.Text(), nullable=True),
        sa.Column("colour", sa.Text(), nullable=True),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("sold_here", sa.Integer(), nullable=False),
        sa.Column("sales_consultant", sa.Text(), nullable=True),
        sa.Column("sales_consultant_id", sa.Text(), nullable=True),
        sa.Column("purchased_on", sa.Text(), nullable=True),
        sa.Column("delivered_on", sa.Text(), nullable=True),
        sa.Column("warranty_ends_on", sa.Text(), nullable=True),
        sa.Column("insurer", sa.Text(), nullable=True),
        sa.Column("insurance_ends_on", sa.Text(), nullable=True),
        sa.Column("inspection_due_on", sa.Text(), nullable=True),
        sa.Column("last_mileage_km", sa.Integer(), nullable=True),
        sa.Column("last_visit_on", sa.Text(), nullable=True),
        sa.Column("next_maintenance_on", sa.Text(), nullable=True),
        sa.Column("next_maintenance_km", sa.Integer(), nullable=True),
        sa.Column("remarks", sa.Text(), nullable=True),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_vehicle_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["sales_consultant_id"],
            ["staff_member.id"],
            name=op.f("fk_vehicle_sales_consultant_id_staff_member"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
        sa.UniqueConstraint("vin", name=op.f("uq_vehicle_vin")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_vehicle_customer_id"), "vehicle", ["customer_id"], unique=False)
    op.create_index(op.f("ix_vehicle_delivered_on"), "vehicle", ["delivered_on"], unique=False)
    op.create_index(op.f("ix_vehicle_plate"), "vehicle", ["plate"], unique=False)
    op.create_table(
        "imported_vehicle",
        sa.Column("batch_id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["import_batch.id"],
            name=op.f("fk_imported_vehicle_batch_id_import_batch"),
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_imported_vehicle_vehicle_id_vehicle")
        ),
        sa.PrimaryKeyConstraint("batch_id", "vehicle_id", name=op.f("pk_imported_vehicle")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_imported_vehicle_vehicle_id"), "imported_vehicle", ["vehicle_id"], unique=False
    )
    op.create_table(
        "vehicle_ownership",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_vehicle_ownership_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_vehicle_ownership_vehicle_id_vehicle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle_ownership")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_vehicle_ownership_customer_id"), "vehicle_ownership", ["customer_id"], unique=False
    )
    op.create_index(
        op.f("ix_vehicle_ownership_vehicle_id"), "vehicle_ownership", ["vehicle_id"], unique=False
    )
    op.create_table(
        "visit",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=False),
        sa.Column("advisor_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("by_appointment", sa.Integer(), nullable=False),
        sa.Column("booked_for", sa.Text(), nullable=True),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.Text(), nullable=True),
        sa.Column("arrived_on", sa.Text(), nullable=True),
        sa.Column("brought_by", sa.Text(), nullable=True),
        sa.Column("brought_by_phone", sa.Text(), nullable=True),
        sa.Column("mileage_km", sa.Integer(), nullable=True),
        sa.Column("fuel_eighths", sa.Integer(), nullable=True),
        sa.Column("damage", sa.Text(), nullable=True),
        sa.Column("belongings", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("when_happens", sa.Text(), nullable=True),
        sa.Column("where_happens", sa.Text(), nullable=True),
        sa.Column("who_drives", sa.Text(), nullable=True),
        sa.Column("what_happens", sa.Text(), nullable=True),
        sa.Column("how_shown", sa.Text(), nullable=True),
        sa.Column("how_much", sa.Text(), nullable=True),
        sa.Column("read_back", sa.Integer(), nullable=False),
        sa.Column("estimate_total", sa.Integer(), nullable=True),
        sa.Column("promised_at", sa.Text(), nullable=True),
        sa.Column("agreed_at", sa.Text(), nullable=True),
        sa.Column("declined_reason", sa.Text(), nullable=True),
        sa.Column("ready_at", sa.Text(), nullable=True),
        sa.Column("handed_over_at", sa.Text(), nullable=True),
        sa.Column("handed_over_on", sa.Text(), nullable=True),
        sa.Column("actual_total", sa.Integer(), nullable=True),
        sa.Column("pay_method", sa.Text(), nullable=True),
        sa.Column("replaced_parts", sa.Text(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=True),
        sa.Column("next_maintenance_on", sa.Text(), nullable=True),
        sa.Column("next_maintenance_km", sa.Integer(), nullable=True),
        sa.Column("desk_satisfaction", sa.Text(), nullable=True),
        sa.Column("prints", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["staff_member.id"], name=op.f("fk_visit_advisor_id_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_visit_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_visit_vehicle_id_vehicle")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("number", name=op.f("uq_visit_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_visit_arrived_on", "visit", ["arrived_on"], unique=False)
    op.create_index("ix_visit_customer", "visit", ["customer_id", "arrived_on"], unique=False)
    op.create_index("ix_visit_handed_over_on", "visit", ["handed_over_on"], unique=False)
    op.create_index("ix_visit_status", "visit", ["status", "promised_at"], unique=False)
    op.create_index("ix_visit_vehicle", "visit", ["vehicle_id", "arrived_on"], unique=False)
    op.create_table(
        "callback",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=True),
        sa.Column("visit_id", sa.Text(), nullable=True),
        sa.Column("served_by", sa.Text(), nullable=True),
        sa.Column("assigned_to", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("due_from", sa.Text(), nullable=False),
        sa.Column("due_until", sa.Text(), nullable=False),
        sa.Column("next_try_at", sa.Text(), nullable=True),
        sa.Column("script_key", sa.Text(), nullable=False),
        sa.Column("script_version", sa.Integer(), nullable=False),
        sa.Column("progress", sa.Text(), nullable=True),
        sa.Column("started_at", sa.Text(), nullable=True),
        sa.Column("satisfaction", sa.Text(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("suggestion", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assigned_to"], ["staff_member.id"], name=op.f("fk_callback_assigned_to_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["staff_member.id"], name=op.f("fk_callback_closed_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_callback_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["served_by"], ["staff_member.id"], name=op.f("fk_callback_served_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_callback_vehicle_id_vehicle")
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_callback_visit_id_visit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callback")),
        sa.UniqueConstraint("kind", "occasion", name=op.f("uq_callback_kind_occasion")),
        sa.UniqueConstraint("number", name=op.f("uq_callback_number")),
        sqlite_strict=True,
    )
    op.create_index("ix_callback_closed_on", "callback", ["closed_on"], unique=False)
    op.create_index("ix_callback_customer", "callback", ["customer_id", "due_from"], unique=False)
    op.create_index("ix_callback_open", "callback", ["status", "due_until", "id"], unique=False)
    op.create_index(op.f("ix_callback_visit_id"), "callback", ["visit_id"], unique=False)
    op.create_table(
        "visit_change",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("asked_whom", sa.Text(), nullable=False),
        sa.Column("asked_how", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("promised_before", sa.Text(), nullable=True),
        sa.Column("promised_after", sa.Text(), nullable=True),
        sa.Column("total_before", sa.Integer(), nullable=True),
        sa.Column("total_after", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_visit_change_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_visit_change_visit_id_visit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_change")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_change_visit_id"), "visit_change", ["visit_id"], unique=False)
    op.create_table(
        "visit_item",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("visit_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("labour", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.Integer(), nullable=False),
        sa.Column("actual_amount", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["visit_id"],
            ["visit.id"],
            name=op.f("fk_visit_item_visit_id_visit"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_item")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_item_visit_id"), "visit_item", ["visit_id"], unique=False)
    op.create_table(
        "call_answer",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("callback_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["callback_id"],
            ["callback.id"],
            name=op.f("fk_call_answer_callback_id_callback"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_answer")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_call_answer_callback_id"), "call_answer", ["callback_id"], unique=False
    )
    op.create_table(
        "call_attempt",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("callback_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("outside_hours_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_call_attempt_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["callback_id"], ["callback.id"], name=op.f("fk_call_attempt_callback_id_callback")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_attempt")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_call_attempt_callback_id"), "call_attempt", ["callback_id"], unique=False
    )
    op.create_table(
        "complaint",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Text(), nullable=False),
        sa.Column("vehicle_id", sa.Text(), nullable=True),
        sa.Column("visit_id", sa.Text(), nullable=True),
        sa.Column("callback_id", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("complainant", sa.Text(), nullable=False),
        sa.Column("complainant_phone", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("remedy", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("safety", sa.Integer(), nullable=False),
        sa.Column("valid", sa.Integer(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("about_staff_id", sa.Text(), nullable=True),
        sa.Column("handler_id", sa.Text(), nullable=True),
        sa.Column("registered_at", sa.Text(), nullable=False),
        sa.Column("registered_by", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.Column("acknowledged_at", sa.Text(), nullable=True),
        sa.Column("dispatched_at", sa.Text(), nullable=True),
        sa.Column("return_due_at", sa.Text(), nullable=True),
        sa.Column("signed_off_at", sa.Text(), nullable=True),
        sa.Column("filed_at", sa.Text(), nullable=True),
        sa.Column("satisfied_after", sa.Integer(), nullable=True),
        sa.Column("handling_score", sa.Integer(), nullable=True),
        sa.Column("repeats_id", sa.Text(), nullable=True),
        sa.Column("cost_fen", sa.Integer(), nullable=False),
        sa.Column("prints", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["about_staff_id"],
            ["staff_member.id"],
            name=op.f("fk_complaint_about_staff_id_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["callback_id"], ["callback.id"], name=op.f("fk_complaint_callback_id_callback")
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_complaint_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["handler_id"], ["staff_member.id"], name=op.f("fk_complaint_handler_id_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["registered_by"],
            ["staff_member.id"],
            name=op.f("fk_complaint_registered_by_staff_member"),
        ),
        sa.ForeignKeyConstraint(
            ["repeats_id"], ["complaint.id"], name=op.f("fk_complaint_repeats_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["vehicle_id"], ["vehicle.id"], name=op.f("fk_complaint_vehicle_id_vehicle")
        ),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["visit.id"], name=op.f("fk_complaint_visit_id_visit")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("number", name=op.f("uq_complaint_number")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_complaint_customer", "complaint", ["customer_id", "registered_at"], unique=False
    )
    op.create_index(
        "ix_complaint_registered_at",
        "complaint",
        [
            "registered_at",
            "category",
            "department",
            "valid",
            "signed_off_at",
            "due_at",
            "satisfied_after",
            "repeats_id",
            "cost_fen",
        ],
        unique=False,
    )
    op.create_index("ix_complaint_state", "complaint", ["state", "due_at"], unique=False)
    op.create_index(
        "ix_complaint_vehicle", "complaint", ["vehicle_id", "registered_at"], unique=False
    )
    op.create_table(
        "complaint_entry",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("complaint_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by"], ["staff_member.id"], name=op.f("fk_complaint_entry_by_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["complaint.id"],
            name=op.f("fk_complaint_entry_complaint_id_complaint"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_entry")),
        sa.UniqueConstraint(
            "complaint_id", "position", name=op.f("uq_complaint_entry_complaint_id_position")
        ),
        sqlite_strict=True,
    )

    for statement in _SEARCH + _LOCKS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("DROP TABLE search_window")
    op.execute("DROP TABLE search_trigram")
    op.drop_table("complaint_entry")
    op.drop_index("ix_complaint_vehicle", table_name="complaint")
    op.drop_index("ix_complaint_state", table_name="complaint")
    op.drop_index("ix_complaint_registered_at", table_name="complaint")
    op.drop_index("ix_complaint_customer", table_name="complaint")
    op.drop_table("complaint")
    op.drop_index(op.f("ix_call_attempt_callback_id"), table_name="call_attempt")
    op.drop_table("call_attempt")
    op.drop_index(op.f("ix_call_answer_callback_id"), table_name="call_answer")
    op.drop_table("call_answer")
    op.drop_index(op.f("ix_visit_item_visit_id"), table_name="visit_item")
    op.drop_table("visit_item")
    op.drop_index(op.f("ix_visit_change_visit_id"), table_name="visit_change")
    op.drop_table("visit_change")
    op.drop_index(op.f("ix_callback_visit_id"), table_name="callback")
    op.drop_index("ix_callback_open", table_name="callback")
    op.drop_index("ix_callback_customer", table_name="callback")
    op.drop_index("ix_callback_closed_on", table_name="callback")
    op.drop_table("callback")
    op.drop_index("ix_visit_vehicle", table_name="visit")
    op.drop_index("ix_visit_status", table_name="visit")
    op.drop_index("ix_visit_handed_over_on", table_name="visit")
    op.drop_index("ix_visit_customer", table_name="visit")
    op.drop_index("ix_visit_arrived_on", table_name="visit")
    op.drop_table("visit")
    op.drop_index(op.f("ix_vehicle_ownership_vehicle_id"), table_name="vehicle_ownership")
    op.drop_index(op.f("ix_vehicle_ownership_customer_id"), table_name="vehicle_ownership")
    op.drop_table("vehicle_ownership")
    op.drop_index(op.f("ix_imported_vehicle_vehicle_id"), table_name="imported_vehicle")
    op.drop_table("imported_vehicle")
    op.drop_index(op.f("ix_vehicle_plate"), table_name="vehicle")
    op.drop_index(op.f("ix_vehicle_delivered_on"), table_name="vehicle")
    op.drop_index(op.f("ix_vehicle_customer_id"), table_name="vehicle")
    op.drop_table("vehicle")
    op.drop_index(op.f("ix_search_doc_newest_on"), table_name="search_doc")
    op.drop_table("search_doc")
    op.drop_index(op.f("ix_customer_phone_number"), table_name="customer_phone")
    op.drop_index(op.f("ix_customer_phone_customer_id"), table_name="customer_phone")
    op.drop_table("customer_phone")
    op.drop_index(op.f("ix_customer_note_customer_id"), table_name="customer_note")
    op.drop_table("customer_note")
    op.drop_table("staff_role")
    op.drop_table("import_batch")
    op.drop_table("draft")
    op.drop_index(op.f("ix_customer_specialist_id"), table_name="customer")
    op.drop_index("ix_customer_next_due_on", table_name="customer")
    op.drop_index("ix_customer_newest", table_name="customer")
    op.drop_index(op.f("ix_customer_name"), table_name="customer")
    op.drop_index(op.f("ix_customer_identity_number"), table_name="customer")
    op.drop_table("customer")
    op.drop_table("staff_member")
    op.drop_table("setting")
    op.drop_table("script_version")
    op.drop_table("number_sequence")
    op.drop_table("import_mapping")
    op.drop_index("ix_audit_entry_subject", table_name="audit_entry")
    op.drop_table("audit_entry")
