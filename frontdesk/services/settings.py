"""The dealership's profile and the figures in force, kept as settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.orm import Session

from frontdesk.errors import Conflict, InputErrors, UserError
from frontdesk.models.journal import Setting
from frontdesk.models.rules import Rules
from frontdesk.models.values import text
from frontdesk.services.desk import Change, Desk, Profile, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Permission, requires
from frontdesk.services.rule_figures import values_of, with_values
from frontdesk.services.rule_table import FIGURES, Group

RULES_KEY = "rules"
PROFILE_KEY = "profile"
PROFILE_FORM = "settings.profile"
RULES_FORM = "settings.rules"
"""Names of drafts; the rules have one for each group, ``settings.rules.visits``."""
_CALL_GROUPS = frozenset({Group.CALLBACKS, Group.KINDS})
"""What the CS manager answers for, and may set without the administrator. Rewards and deductions
(``SCORES``) are not theirs to set: some of them are their own."""
_PROFILE_LIMITS = {"name": 80, "address": 120}
_PHONE_LIMIT = 30
_T = TypeVar("_T")


def load_setting(session: Session, key: str, kind: type[_T], default: _T) -> _T:
    """The setting ``key`` as ``kind``; what it does not say keeps the defaults of ``kind``."""
    row = session.get(Setting, key)
    if row is None:
        return default
    reader = _as_json(kind)  # type: ignore[arg-type] # hashable
    try:
        kept: _T = reader.validate_json(row.value)
    except ValidationError as fault:
        kept = reader.validate_json(_without_unknown(row.value, fault))
    return kept


def _without_unknown(kept: str, fault: ValidationError) -> str:
    """What was kept without the rows of a newer program: of a kind of call nobody here knows.

    Raises what was found at fault where it is anything else.
    """
    rows: set[tuple[str, int]] = set()
    for each in fault.errors():
        match each["type"], each["loc"]:
            case "enum", (str(table), int(row), *_):
                rows.add((table, row))
            case _:
                raise fault
    data = json.loads(kept)
    for table, row in sorted(rows, reverse=True):
        del data[table][row]
    return json.dumps(data)


def store_setting(session: Session, key: str, value: Any) -> None:
    """Keep ``value`` (a dataclass or plain data) under ``key``."""
    text = _as_json(type(value)).dump_json(value).decode()  # type: ignore[arg-type] # hashable
    session.merge(Setting(key=key, value=text))


@cache
def _as_json(kind: Any) -> TypeAdapter[Any]:
    """Made once for each kind: to make it takes longer than to read a setting."""
    return TypeAdapter(kind)


class SettingsService:
    """Reading is for everyone, changing for the administrator; the rules of calls also for CS."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.SIGNED_IN)
    def rules(self) -> Rules:
        """The figures in force."""
        return self.desk.rules

    @requires(Permission.SIGNED_IN)
    def profile(self) -> Profile:
        """The dealership's name, address and telephones."""
        return self.desk.profile

    @requires(Permission.MANAGE_SETTINGS, Permission.MANAGE_CALL_RULES)
    def kept_rules(self) -> Rules:
        """The figures as they are stored now, also those changed since this desk was opened."""
        with self.desk.read() as session:
            return load_setting(session, RULES_KEY, Rules, self.desk.rules)

    @requires(Permission.MANAGE_SETTINGS)
    def kept_profile(self) -> Profile:
        """The profile as it is stored now."""
        with self.desk.read() as session:
            return load_setting(session, PROFILE_KEY, Profile, self.desk.profile)

    @requires(Permission.MANAGE_SETTINGS, Permission.MANAGE_CALL_RULES)
    def change_rules(
        self, values: Mapping[str, object], seen: Mapping[str, object] | None = None
    ) -> Rules:
        """Put the figures in ``values`` (by figure name) in force from now on; all others stay.

        ``seen`` are the figures they were typed over: what is the same in both is left alone.

        Raises:
            PermissionDenied: one of them belongs to a group that is not this person's to set.
            Conflict: someone else has changed one of them since they were ``seen``.
            InputErrors: figures out of bounds or at odds with each other, beside their names.
        """
        groups = {FIGURES[name].group for name in values}
        for group in groups:
            self.desk.check(*who_sets(group))
        with self.desk.write() as work:
            # What somebody else changed since this desk was opened stays changed.
            before = load_setting(work.session, RULES_KEY, Rules, self.desk.rules)
            typed = values if seen is None else own_changes(values, seen, values_of(before))
            after = with_values(before, typed)
            _keep(work, RULES_KEY, before, after)
            for group in groups:
                drop_draft(work, f"{RULES_FORM}.{group}")
        self.desk.rules = after
        return after

    @requires(Permission.MANAGE_SETTINGS)
    def save_profile(self, profile: Profile, seen: Profile | None = None) -> Profile:
        """Change what stands on letters and forms; the profile as kept.

        ``seen`` is the profile it was typed over: lines that are the same are left alone.

        Raises:
            Conflict: someone else has changed one of the lines since they were ``seen``.
            UserError: the name is missing or something is too long; ``field`` says which.
        """
        tidy = tidy_profile(profile)
        with self.desk.write() as work:
            before = load_setting(work.session, PROFILE_KEY, Profile, self.desk.profile)
            if seen is not None:
                own = own_changes(asdict(tidy), asdict(seen), asdict(before))
                tidy = replace(before, **own)
            _keep(work, PROFILE_KEY, before, tidy)
            drop_draft(work, PROFILE_FORM)
        self.desk.profile = tidy
        return tidy


def who_sets(group: Group) -> tuple[Permission, ...]:
    """Any of these permissions lets somebody set the figures of ``group``."""
    own = (Permission.MANAGE_CALL_RULES,) if group in _CALL_GROUPS else ()
    return (Permission.MANAGE_SETTINGS, *own)


def own_changes(
    values: Mapping[str, object], seen: Mapping[str, object], now: Mapping[str, object]
) -> dict[str, Any]:
    """Which of ``values`` were typed, refused where someone else wrote the same line meanwhile."""
    typed = {name: value for name, value in values.items() if value != seen[name]}
    if any(now[name] not in (seen[name], value) for name, value in typed.items()):
        raise Conflict("record.changed_meanwhile")
    return typed


def tidy_profile(profile: Profile) -> Profile:
    """``profile`` as kept. Raises ``UserError``/``InputErrors`` beside what is at fault."""
    faults: list[UserError] = []
    tidy: dict[str, str] = {}
    for name, value in asdict(profile).items():
        # The set-up form calls the name 'dealership', for it asks for a person's name as well.
        field = "dealership" if name == "name" else name
        try:
            tidy[name] = text.line(value, field, limit=_PROFILE_LIMITS.get(name, _PHONE_LIMIT))
        except UserError as fault:
            faults.append(fault)
    if not tidy.get("name", "?"):
        faults.append(UserError("profile.name_missing", "dealership"))
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    return Profile(**tidy)


def _keep(work: UnitOfWork, key: str, before: Any, after: Any) -> None:
    old, new = asdict(before), asdict(after)
    store_setting(work.session, key, after)
    work.audit(
        "setting.change",
        "setting",
        key,
        before={name: old[name] for name in old if old[name] != new[name]},
        after={name: new[name] for name in new if old[name] != new[name]},
    )
    work.changed(Change.SETTINGS)
