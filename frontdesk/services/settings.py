"""The dealership's profile and the figures in force, kept as settings."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, TypeVar

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from frontdesk.models.journal import Setting
from frontdesk.models.rules import Rules
from frontdesk.services.desk import Change, Desk, Profile
from frontdesk.services.permissions import Permission, requires

RULES_KEY = "rules"
PROFILE_KEY = "profile"
_T = TypeVar("_T")


def load_setting(session: Session, key: str, kind: type[_T], default: _T) -> _T:
    """The setting ``key`` as ``kind``; what it does not say keeps the defaults of ``kind``."""
    row = session.get(Setting, key)
    return default if row is None else TypeAdapter(kind).validate_json(row.value)


def store_setting(session: Session, key: str, value: Any) -> None:
    """Keep ``value`` (a dataclass or plain data) under ``key``."""
    text = TypeAdapter(type(value)).dump_json(value).decode()
    session.merge(Setting(key=key, value=text))


class SettingsService:
    """Reading is for everyone, changing for the administrator."""

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

    @requires(Permission.MANAGE_SETTINGS)
    def save_rules(self, rules: Rules) -> None:
        """Put other figures in force from now on."""
        self._save(RULES_KEY, self.desk.rules, rules)
        self.desk.rules = rules

    @requires(Permission.MANAGE_SETTINGS)
    def save_profile(self, profile: Profile) -> None:
        """Change what stands on letters and forms."""
        self._save(PROFILE_KEY, self.desk.profile, profile)
        self.desk.profile = profile

    def _save(self, key: str, before: Any, after: Any) -> None:
        old, new = asdict(before), asdict(after)
        with self.desk.write() as work:
            store_setting(work.session, key, after)
            work.audit(
                "setting.change",
                "setting",
                key,
                before={name: old[name] for name in old if old[name] != new[name]},
                after={name: new[name] for name in new if old[name] != new[name]},
            )
            work.changed(Change.SETTINGS)
