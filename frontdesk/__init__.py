"""Frontdesk: the front office of one car dealership, on one desk."""

__version__ = "0.1.0"
