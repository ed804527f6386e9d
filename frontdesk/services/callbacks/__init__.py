"""Callbacks (回访): what falls due, the queue, the call and what comes of it (domain §4)."""
