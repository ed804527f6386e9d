"""Photos, scans and recordings kept with a record."""
