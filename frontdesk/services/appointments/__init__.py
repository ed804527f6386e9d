"""The appointment board (domain §3): days and weeks by advisor and hour."""
