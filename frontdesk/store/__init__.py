"""The dealership's data on disk: one encrypted SQLite file, opened, migrated and backed up here."""
