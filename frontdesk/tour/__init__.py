"""A whole day at the desk, driven through the real window by keys: pictures, papers, counts."""

from __future__ import annotations

from frontdesk.tour.run import run_tour

__all__ = ["run_tour"]
