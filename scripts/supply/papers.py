"""The papers that go with the program: the SBOM and the table of ``docs/DEPENDENCIES.md``."""

from __future__ import annotations

import json
import shutil
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from scripts.supply.installed import Installed, requirements
from scripts.supply.licences import licence, texts
from scripts.supply.locked import Locked

SBOM = "docs/sbom.cdx.json"
PAGE = "docs/DEPENDENCIES.md"
_BEGIN, _END = "<!-- table: ./dev dependencies --write -->\n", "<!-- end of table -->\n"
_SPACE = uuid.UUID("6d2f0c2e-6a0b-4c55-9a56-3a1d1a6f8e10")


def sbom(version: str, asked: Iterable[str], wanted: Mapping[str, Locked], there: Installed) -> str:
    """CycloneDX 1.6 of what the program runs on: licence, package URL, hashes of the files.

    ``asked``: what the project itself asks for, by canonical name.

    Nothing in it depends on the moment or the machine: the same lock gives the same text.
    """
    names = sorted(wanted)
    root = f"pkg:pypi/frontdesk@{version}"
    edges = {root: sorted(asked)}
    edges |= {_purl(wanted[name]): sorted(_wants(there, name) & set(names)) for name in names}
    parts = {
        "components": [_component(wanted[name], licence(there[name])) for name in names],
        "dependencies": [
            {"ref": ref, "dependsOn": [_purl(wanted[name]) for name in asked]}
            for ref, asked in edges.items()
        ],
    }
    number = uuid.uuid5(_SPACE, json.dumps(parts, sort_keys=True) + version)
    told = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "frontdesk",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
                "purl": root,
            }
        },
        **parts,
    }
    return json.dumps(told, indent=1) + "\n"


def page(text: str, purposes: Path, wanted: Iterable[Locked], there: Installed) -> str:
    """``docs/DEPENDENCIES.md`` with its table made anew.

    Raises:
        KeyError: a package has no purpose in ``purposes``.
    """
    told: dict[str, dict[str, str]] = tomllib.loads(purposes.read_text("utf-8"))
    lines = [
        "| package | version | licence | what for | loaded | ms |",
        "| --- | --- | --- | --- | --- | ---: |",
    ]
    for each in sorted(wanted, key=lambda one: one.name):
        said = told[each.name]
        cells = (each.name, each.version, licence(there[each.name]))
        lines.append(f"| {' | '.join(cells)} | {said['for']} | {said['when']} | {said['ms']} |")
    head, _, rest = text.partition(_BEGIN)
    tail = rest.partition(_END)[2]
    table = "\n".join(lines)
    return f"{head}{_BEGIN}\n{table}\n\n{_END}{tail}"


def copy_texts(target: Path, root: Path, wanted: Iterable[str], there: Installed) -> int:
    """Lay the licences' texts of ``wanted`` into ``target``, a folder each, as a bundle needs them.

    Returns:
        How many texts were copied.
    """
    copied = 0
    for name in wanted:
        folder = target / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts(there[name], root)):
            shutil.copyfile(text, folder / (f"{number}-{text.name}" if number else text.name))
            copied += 1
    return copied


def _component(one: Locked, expression: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": _purl(one),
        "name": one.name,
        "version": one.version,
        "hashes": [{"alg": "SHA-256", "content": each} for each in one.hashes],
        "licenses": [{"expression": expression}],
        "purl": _purl(one),
    }


def _purl(one: Locked) -> str:
    return f"pkg:pypi/{one.name}@{one.version}"


def _wants(there: Installed, name: str) -> set[str]:
    return {canonicalize_name(each.name) for each in requirements(there[name])}
