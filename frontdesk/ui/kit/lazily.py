"""What is imported only when it is first shown: start-up does not pay for every page."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def build(factory: str, *arguments: Any) -> Any:
    """Import ``factory``, written ``module:Class``, and make one from ``arguments``."""
    module, _, name = factory.partition(":")
    return getattr(import_module(module), name)(*arguments)
