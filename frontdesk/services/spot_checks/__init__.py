"""Spot checks: calls drawn, made again by customer service, and judged (domain §4.3)."""
