"""Check-in minutes, measured by the program itself (domain §3)."""
