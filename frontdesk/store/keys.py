"""The data key and who may unwrap it.

The store is encrypted by one random 256-bit key. That key is never kept bare: each account holds a
copy wrapped (AES-GCM) by a key derived from its password (Argon2id), the recovery sheet one more.
A lost password therefore never loses data, and a stolen folder opens for no one.

Secrets are derived from their NFKC form (as NIST SP 800-63B asks): an input method left in
full-width mode, or another one that composes accents otherwise, types the same password. Slots of
before that rule still open and are renewed.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from threading import Lock
from typing import Any

from frontdesk.errors import EnvironmentFault, UserError
from frontdesk.store import replacing
from frontdesk.store.files import DataFolder, write_durably

KEY_BYTES = 32
RECOVERY_SLOT = "#recovery"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs (Argon2id): passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = 65_536
    lanes: int = 4

    def below(self, other: Cost) -> bool:
        """Whether anything of it is cheaper than ``other``."""
        return (
            self.passes < other.passes
            or self.memory_kib < other.memory_kib
            or self.lanes < other.lanes
        )

    def bearable(self) -> bool:
        """Whether it can be paid: the key file may ask for anything, the PC has to live."""
        return (
            1 <= self.lanes <= _DEAREST.lanes
            and 1 <= self.passes <= _DEAREST.passes
            and 8 * self.lanes <= self.memory_kib <= _DEAREST.memory_kib
        )


USUAL_COST = Cost()
_DEAREST = Cost(passes=16, memory_kib=512 * 1024, lanes=16)
_TEMPORARY = b"#temporary"
_changing = Lock()


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the data key. All bytes are kept base64 in the file.

    ``temporary``: the password was given by somebody else and opens only until it is changed. It is
    part of what the wrapping authenticates: taken out of the file, the slot opens no more.
    """

    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost
    temporary: bool = False

    def sound(self) -> bool:
        """Whether it can be tried at all without harm."""
        return len(self.salt) >= 8 and len(self.nonce) == 12 and self.cost.bearable()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a right password gives. ``stale``: the slot should be made anew."""

    key: bytes
    temporary: bool
    stale: bool


@dataclass(slots=True)
class KeyFile:
    """The slots of one data folder by account name, and a value that tells a wrong key."""

    check: bytes
    slots: dict[str, Slot] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: DataFolder) -> KeyFile:
        """Read the key file; a restore that was cut short is finished first.

        Raises:
            EnvironmentFault: it is missing or damaged.
        """
        replacing.finish(folder)
        try:
            raw = json.loads(folder.keys.read_bytes())
            if raw.get("sum", sum_of(raw)) != sum_of(raw):
                # Without this a torn slot would look like a wrong password.
                raise ValueError("not as it was written")
            slots = {name: _slot(part) for name, part in raw["slots"].items()}
            return cls(check=base64.b64decode(raw["check"]), slots=slots)
        except FileNotFoundError as error:
            raise EnvironmentFault("store.keys_missing", path=str(folder.keys)) from error
        except IsADirectoryError as error:
            raise EnvironmentFault("store.keys_damaged", path=str(folder.keys)) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise EnvironmentFault(
                "store.unreadable", path=str(folder.keys), reason=reason
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise EnvironmentFault("store.keys_damaged", path=str(folder.keys)) from error

    def save(self, folder: DataFolder) -> None:
        """Write the key file durably.

        Raises:
            EnvironmentFault: it could not be written; the one before stands.
        """
        raw: dict[str, Any] = {
            "format": _FORMAT,
            "check": base64.b64encode(self.check).decode(),
            "slots": {name: _raw(slot) for name, slot in sorted(self.slots.items())},
        }
        raw["sum"] = sum_of(raw)
        content = json.dumps(raw, ensure_ascii=False, indent=1).encode()
        try:
            write_durably(folder.keys, content)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise EnvironmentFault("store.disk_full" if full else "store.io_error") from error

    def add(self, name: str, secret: str, key: bytes, *, temporary: bool = False) -> None:
        """Give ``name`` a slot (replacing its old one) opened by ``secret``."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        wrapping = AESGCM(_derive(_tidy(secret), salt, USUAL_COST))
        wrapped = wrapping.encrypt(nonce, key, _bound(name, temporary=temporary))
        self.slots[name] = Slot(salt, nonce, wrapped, USUAL_COST, temporary)

    def unlock(self, name: str, secret: str) -> bytes:
        """The data key.

        Raises:
            UserError: no such account, or not its password; which of the two is not said.
            EnvironmentFault: the slot is damaged, or asks for more than a PC can give.
        """
        return self.open(name, secret).key

    def open(self, name: str, secret: str) -> Opened:
        """The data key and how its slot stands. Raises as ``unlock`` does."""
        # An unknown name costs the same time as a wrong password, so names cannot be probed.
        slot = self.slots.get(name) or _nobody()
        if not slot.sound():
            raise EnvironmentFault("store.keys_damaged", path="keys.json")
        tidy = _tidy(secret)
        key, stale = _unwrapped(slot, name, tidy), slot.cost.below(USUAL_COST)
        if key is None and tidy != secret:
            # Made before secrets were tidied.
            key, stale = _unwrapped(slot, name, secret), True
        if key is None:
            raise UserError("sign_in.refused", field="password")
        if check_value(key) != self.check:
            raise EnvironmentFault("store.keys_damaged", path="keys.json")
        return Opened(key, slot.temporary, stale)


@contextmanager
def changing(folder: DataFolder) -> Iterator[KeyFile]:
    """The key file to change; written durably at the end of the block, unless it raises.

    One at a time: of two changes neither may undo the other.
    """
    with _changing:
        file = KeyFile.load(folder)
        yield file
        file.save(folder)


def put_back(folder: DataFolder, name: str, before: Slot | None) -> None:
    """Give ``name`` the slot it had ``before`` an act that was not kept, as far as that goes.

    A device that fails for good leaves what was written last.
    """
    with suppress(EnvironmentFault), changing(folder) as file:
        if before is None:
            file.slots.pop(name, None)
        else:
            file.slots[name] = before


def sum_of(raw: dict[str, Any]) -> str:
    """The checksum of a key file's content, however it is laid out: it tells damage, no attack."""
    content = {name: value for name, value in raw.items() if name != "sum"}
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def new_data_key() -> bytes:
    """A fresh random data key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def check_value(key: bytes) -> bytes:
    """A value that recognises the key without giving it away: a wrong key is told from damage."""
    return hashlib.sha256(b"frontdesk key check" + key).digest()[:16]


def new_recovery_code() -> str:
    """What the recovery sheet carries: 32 unmistakable characters (160 bits) in groups of four."""
    text = base64.b32encode(secrets.token_bytes(20)).decode()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def tidy_recovery_code(typed: str) -> str:
    """The code as kept: blanks and dashes do not count, nor does case; 0, 1 and 8 are O, I, B."""
    bare = "".join(ch for ch in _tidy(typed).upper() if ch.isalnum())
    bare = bare.translate(str.maketrans("018", "OIB"))
    return "-".join(bare[i : i + 4] for i in range(0, len(bare), 4))


def _tidy(secret: str) -> str:
    return unicodedata.normalize("NFKC", secret)


def _bound(name: str, *, temporary: bool) -> bytes:
    """What the wrapping holds fast besides the key; no account's name has a #."""
    return name.encode("utf-8", "surrogatepass") + (_TEMPORARY if temporary else b"")


def _unwrapped(slot: Slot, name: str, secret: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = AESGCM(_derive(secret, slot.salt, slot.cost))
    try:
        return wrapping.decrypt(slot.nonce, slot.wrapped, _bound(name, temporary=slot.temporary))
    except InvalidTag:
        return None


def _derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret=secret.encode("utf-8", "surrogatepass"),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _nobody() -> Slot:
    return Slot(salt=b"0" * 16, nonce=b"0" * 12, wrapped=b"0" * (KEY_BYTES + 16), cost=USUAL_COST)


def _slot(raw: dict[str, Any]) -> Slot:
    return Slot(
        salt=base64.b64decode(raw["salt"]),
        nonce=base64.b64decode(raw["nonce"]),
        wrapped=base64.b64decode(raw["wrapped"]),
        cost=Cost(int(raw["passes"]), int(raw["memory_kib"]), int(raw["lanes"])),
        temporary=raw.get("temporary") is True,
    )


def _raw(slot: Slot) -> dict[str, Any]:
    return {
        "salt": base64.b64encode(slot.salt).decode(),
        "nonce": base64.b64encode(slot.nonce).decode(),
        "wrapped": base64.b64encode(slot.wrapped).decode(),
        **asdict(slot.cost),
        **({"temporary": True} if slot.temporary else {}),
    }
