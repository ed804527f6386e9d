"""Two files of one customer become one, and can be parted again (domain §2)."""
