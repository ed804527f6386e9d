"""A synthetic dealership of any size: invented people and cars, the same for the same seed."""
