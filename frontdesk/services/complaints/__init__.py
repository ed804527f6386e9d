"""Complaints (投诉): tickets from registration to filed (domain §5)."""
