"""Backups: made by themselves and by hand, carried to a second place, thinned, proved, restored."""
