"""Settings: one's own account and PC for everyone, staff and rules for the administrator."""
