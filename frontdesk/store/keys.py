"""The data key and who may unwrap it.

The store is encrypted by one random 256-bit key. That key is never kept bare: each account holds a
copy wrapped (AES-GCM) by a key derived from its password (Argon2id), the recovery sheet one more.
A lost password therefore never loses data, and a stolen folder opens for no one.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, field
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


USUAL_COST = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the data key. All bytes are kept base64 in the file."""

    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost


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
        """Write the key file durably."""
        raw: dict[str, Any] = {
            "format": _FORMAT,
            "check": base64.b64encode(self.check).decode(),
            "slots": {name: _raw(slot) for name, slot in sorted(self.slots.items())},
        }
        raw["sum"] = sum_of(raw)
        write_durably(folder.keys, json.dumps(raw, ensure_ascii=False, indent=1).encode())

    def add(self, name: str, secret: str, key: bytes) -> None:
        """Give ``name`` a slot (replacing its old one) opened by ``secret``."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
        wrapping = AESGCM(_derive(secret, salt, USUAL_COST))
        wrapped = wrapping.encrypt(nonce, key, name.encode())
        self.slots[name] = Slot(salt, nonce, wrapped, USUAL_COST)

    def unlock(self, name: str, secret: str) -> bytes:
        """The data key.

        Raises:
            UserError: no such account, or not its password; which of the two is not said.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        # An unknown name costs the same time as a wrong password, so names cannot be probed.
        slot = self.slots.get(name) or _nobody()
        try:
            wrapping = AESGCM(_derive(secret, slot.salt, slot.cost))
            key = wrapping.decrypt(slot.nonce, slot.wrapped, name.encode())
        except InvalidTag as error:
            raise UserError("sign_in.refused", field="password") from error
        if check_value(key) != self.check:
            raise EnvironmentFault("store.keys_damaged", path="keys.json")
        return key


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
    bare = "".join(ch for ch in typed.upper() if ch.isalnum())
    bare = bare.translate(str.maketrans("018", "OIB"))
    return "-".join(bare[i : i + 4] for i in range(0, len(bare), 4))


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
    )


def _raw(slot: Slot) -> dict[str, Any]:
    return {
        "salt": base64.b64encode(slot.salt).decode(),
        "nonce": base64.b64encode(slot.nonce).decode(),
        "wrapped": base64.b64encode(slot.wrapped).decode(),
        **asdict(slot.cost),
    }
