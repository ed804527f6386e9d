"""The first tab: what waits for me."""
