"""The first run: the dealership, the first manager, the recovery sheet."""
