"""The ways through a script: what is reached, what ends, what turns in a circle. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from frontdesk.services.scripts.script import Script, Step


def ways(step: Step) -> list[tuple[str, str | None]]:
    """Every way out of a step as (part of the step, key of the step it leads to)."""
    found = [(f"answer.{option.key}", option.next or step.next) for option in step.answers]
    if not found or step.only_if is not None or not step.required:
        found.append(("next", step.next))
    return found


def reachable(script: Script) -> frozenset[str]:
    """The steps some call can come to."""
    by_key = {step.key: step for step in script.steps}
    seen: set[str] = set()
    waiting = [script.start.key]
    while waiting:
        key = waiting.pop()
        if key in seen or key not in by_key:
            continue
        seen.add(key)
        waiting += _onward(by_key[key])
    return frozenset(seen)


def endings(script: Script) -> frozenset[str]:
    """The steps from which some way leads to a closing, closings among them."""
    back: dict[str, list[str]] = {}
    for step in script.steps:
        for target in _onward(step):
            back.setdefault(target, []).append(step.key)
    seen: set[str] = set()
    waiting = [step.key for step in script.steps if step.closing]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += back.get(key, ())
    return frozenset(seen)


def silent_loops(script: Script) -> Iterator[str]:
    """Steps that can come round to themselves without a question in between.

    A step kept for certain calls can be passed over, so it does not break a loop.
    """
    by_key = {step.key: step for step in script.steps}

    def silent_next(step: Step) -> str | None:
        flows = not step.asks or step.only_if is not None
        return step.next if flows and not step.closing else None

    for step in script.steps:
        seen: set[str] = set()
        at: str | None = silent_next(step)
        while at is not None and at in by_key and at not in seen:
            if at == step.key:
                yield step.key
                break
            seen.add(at)
            at = silent_next(by_key[at])


def _onward(step: Step) -> list[str]:
    return [] if step.closing else [target for _, target in ways(step) if target]
