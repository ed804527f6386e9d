"""The lock, the packages, the licences, the advisories: each fault is found and named."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts import lock
from scripts.supply import advisories, papers
from scripts.supply.advisories import Advisory, Known
from scripts.supply.installed import altered, asked_for, installed, strangers
from scripts.supply.licences import allowed, licence, texts
from scripts.supply.locked import Locked, locked

ROOT = Path(__file__).resolve().parents[2]
HASH = "a" * 64


def put(
    site: Path, name: str, *, version: str = "1.0", about: str = "", code: str = "x = 1\n"
) -> None:
    """A package of one module, laid into ``site`` as an installer does."""
    module = site / f"{name}.py"
    module.write_text(code, "utf-8")
    digest = base64.urlsafe_b64encode(hashlib.sha256(code.encode()).digest()).rstrip(b"=")
    folder = site / f"{name}-{version}.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n{about}", "utf-8"
    )
    record = f"{name}.py,sha256={digest.decode()},{len(code)}\n{folder.name}/METADATA,,\n"
    (folder / "RECORD").write_text(record + f"{folder.name}/RECORD,,\n", "utf-8")


# the lock ---------------------------------------------------------------------------------------


def test_everything_the_project_asks_for_is_locked_with_hashes() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        told = tomllib.load(file)
    asked = [
        *told["build-system"]["requires"],
        *told["project"]["dependencies"],
        *told["project"]["optional-dependencies"]["dev"],
    ]
    found = locked(ROOT)
    for each in map(Requirement, asked):
        one = found[canonicalize_name(each.name)]
        assert each.specifier.contains(one.version), each
    hashes = [each for one in found.values() for each in one.hashes]
    assert all(re.fullmatch(r"[0-9a-f]{64}", each) for each in hashes)
    # Wheels for Windows, macOS and Linux: a compiled package has many files.
    assert len(found["sqlcipher3"].hashes) > 10


def test_an_entry_without_a_hash_or_a_version_is_refused(tmp_path: Path) -> None:
    for entry in ("mako==1.0", f"mako>=1.0 --hash=sha256:{HASH}"):
        (tmp_path / "requirements.lock").write_text(entry + "\n", "utf-8")
        with pytest.raises(ValueError, match="not pinned"):
            locked(tmp_path, "requirements.lock")


def test_an_entry_of_another_system_is_not_wanted_here(tmp_path: Path) -> None:
    entry = f"mako==1.0 ; sys_platform == 'os/2' \\\n    --hash=sha256:{HASH}\n"
    (tmp_path / "requirements.lock").write_text("# head\n" + entry, "utf-8")
    assert locked(tmp_path, "requirements.lock") == {
        "mako": Locked("mako", "1.0", (HASH,), here=False, particular=True)
    }


def test_the_lock_of_the_tests_holds_only_what_the_other_has_not() -> None:
    base = "a==1 \\\n    --hash=sha256:11\n"
    more = "b==2 \\\n    --hash=sha256:22 \\\n    --hash=sha256:23\n"
    assert lock.without(base + more, "# head\n" + base) == more


# what is installed ------------------------------------------------------------------------------


def test_a_changed_file_a_missing_file_and_a_stranger_are_found(tmp_path: Path) -> None:
    put(tmp_path, "sound")
    put(tmp_path, "changed")
    put(tmp_path, "gone")
    assert [altered(each) for each in installed(tmp_path).values()] == [[], [], []]
    (tmp_path / "changed.py").write_text("x = 2\n", "utf-8")
    (tmp_path / "gone.py").unlink()
    (tmp_path / "sitecustomize.py").write_text("", "utf-8")

    there = installed(tmp_path)

    assert altered(there["sound"]) == []
    assert altered(there["changed"]) == ["changed: changed.py was changed after it was installed"]
    assert altered(there["gone"]) == ["gone: gone.py is gone"]
    assert strangers(there, tmp_path) == ["sitecustomize.py was brought by no package"]


def test_what_is_asked_for_is_followed_to_its_end(tmp_path: Path) -> None:
    put(tmp_path, "one", about="Requires-Dist: two[fast]\n")
    put(tmp_path, "two", about="Requires-Dist: three ; extra == 'fast'\nProvides-Extra: fast\n")
    put(tmp_path, "three", version="3.0")
    put(tmp_path, "alone")

    askers, wrong = asked_for([Requirement("one"), Requirement("three<2")], installed(tmp_path))

    assert askers == {"one": {"frontdesk"}, "two": {"one"}, "three": {"two", "frontdesk"}}
    assert wrong == ["frontdesk asks for three<2, but 3.0 is installed"]
    assert asked_for([Requirement("four")], {})[1] == [
        "frontdesk asks for four, which is not installed"
    ]


# licences ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("MIT AND GPL-2.0-only", False),
        ("MIT AND (GPL-2.0-only OR BSD-3-Clause)", True),
        ("(MIT OR Apache-2.0) AND LicenseRef-Commercial", False),
        ("", False),
        ("MIT MIT", False),
        ("(MIT", False),
    ],
)
def test_an_expression_is_allowed_when_its_terms_can_be_met(expression: str, good: bool) -> None:
    assert allowed(expression) is good


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("License-Expression: Apache-2.0 OR BSD-3-Clause\n", "Apache-2.0 OR BSD-3-Clause"),
        ("License: Apache 2.0\n", "Apache-2.0"),
        ("License: see text\nClassifier: License :: OSI Approved :: BSD License\n", "BSD-3-Clause"),
        ("License: GPL-3.0-or-later\n", "GPL-3.0-or-later"),
        ("License: do what you like\n", ""),
        ("", ""),
    ],
)
def test_a_licence_is_read_wherever_a_package_says_it(
    tmp_path: Path, about: str, told: str
) -> None:
    put(tmp_path, "some", about=about)
    assert licence(installed(tmp_path)["some"]) == told


def test_texts_of_licences_are_collected_for_a_bundle(tmp_path: Path) -> None:
    there = installed()
    names = ["pyside6-essentials", "sqlcipher3", "justmytype-intl-cjk"]
    assert papers.copy_texts(tmp_path, ROOT, names, there) >= len(names)
    for name in names:
        assert all(each.read_bytes() for each in (tmp_path / name).iterdir())
        assert texts(there[name], ROOT)
    assert "LESSER GENERAL PUBLIC" in (tmp_path / names[0] / "LGPL-3.0.txt").read_text("utf-8")


# advisories -------------------------------------------------------------------------------------

WEAK = Advisory("PYSEC-1", "mako", "1.0", "reads too much", fixed_in=["1.1"])


def test_a_known_weakness_of_what_is_installed_is_a_fault() -> None:
    known = Known("2026-11-01", {"mako": "1.0"}, [WEAK])
    (fault,) = advisories.faults(known, {"mako": "1.0", "six": "1.0"})
    assert "PYSEC-1" in fault
    assert "1.1" in fault
    assert advisories.faults(known, {"mako": "1.1"}) == []


def test_one_that_does_not_touch_the_program_is_passed_with_its_reason() -> None:
    known = Known("2026-11-01", {"mako": "1.0"}, [WEAK], {"PYSEC-1": "templates are ours"})
    assert advisories.faults(known, {"mako": "1.0"}) == []


def test_old_or_missing_answers_are_told_and_do_not_fail() -> None:
    known = Known("2026-08-01", {"mako": "1.0"})
    wanted = [Locked("mako", "1.1", (HASH,), here=True, particular=False)]
    unasked, old = advisories.doubts(known, wanted, date(2026, 11, 1))
    assert "mako 1.1" in unasked
    assert "92 days" in old
    same = [Locked("mako", "1.0", (HASH,), here=True, particular=False)]
    assert advisories.doubts(known, same, date(2026, 10, 30)) == []


def test_what_the_index_says_of_another_version_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = {
        "info": {"version": "1.0"},
        "vulnerabilities": [
            {"id": "A", "summary": None, "details": "long\nstory", "aliases": ["CVE"]},
            {"id": "B", "details": "taken back", "withdrawn": "2026-01-01"},
        ],
    }
    answered = tmp_path / "answer.json"
    answered.write_text(json.dumps(page), "utf-8")
    monkeypatch.setattr(advisories, "urlopen", lambda *_, **__: answered.open("rb"))
    wanted = [
        Locked("mako", "1.0", (HASH,), here=True, particular=False),
        Locked("old", "0.9", (HASH,), here=True, particular=False),
    ]

    known, silent = advisories.ask(wanted, date(2026, 11, 1), {})

    assert known.asked == {"mako": "1.0"}
    assert known.advisories == [Advisory("A", "mako", "1.0", "long story", ["CVE"])]
    assert silent == ["old 0.9"]
    advisories.write(tmp_path / "known.json", known)
    assert advisories.read(tmp_path / "known.json") == known


# papers -----------------------------------------------------------------------------------------


def test_the_sbom_names_each_part_once_with_licence_and_hashes() -> None:
    bill = json.loads((ROOT / papers.SBOM).read_text("utf-8"))
    parts = {each["name"]: each for each in bill["components"]}
    assert len(parts) == len(bill["components"])
    assert {"sqlcipher3", "pyside6-essentials", "cryptography"} <= set(parts)
    assert "pytest" not in parts
    references = {each["bom-ref"] for each in parts.values()}
    assert all(set(each["dependsOn"]) <= references for each in bill["dependencies"])
    for each in parts.values():
        assert allowed(each["licenses"][0]["expression"]), each["name"]
        assert each["purl"] == f"pkg:pypi/{each['name']}@{each['version']}"
        assert each["hashes"]
