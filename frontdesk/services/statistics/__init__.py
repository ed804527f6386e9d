"""Figures of a period, each with its n and the records behind it (domain §5.2, §7)."""
