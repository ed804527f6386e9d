"""Thousands of acts through the real window: does it grow, does it get slower?"""

from __future__ import annotations

from benchmarks.soak.run import figures

__all__ = ["figures"]
