"""Visits from booking to hand-over (domain §3)."""
