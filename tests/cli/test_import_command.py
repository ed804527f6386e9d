"""``frontdesk import``: counts and where the rejected rows lie, in words or as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from frontdesk.cli.import_command import run_import
from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.services.registry import Services
from tests.services.exchange.sheets import HEADING, delivery, write_xlsx


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return write_xlsx(
        tmp_path / "a.xlsx", [HEADING, delivery(1), delivery(1), delivery(2, vin="x")]
    )


def said(services: Services, sheet: Path, language: Language, *, as_json: bool = False) -> str:
    out = io.StringIO()
    assert run_import(services, sheet, as_json=as_json, language=language, out=out) == 0
    return out.getvalue()


def test_json_has_exactly_the_five_keys(services: Services, sheet: Path) -> None:
    told = json.loads(said(services, sheet, Language.EN, as_json=True))
    path = str(sheet.with_name("a-to-mend.xlsx"))
    assert told == {"read": 3, "created": 1, "updated": 1, "rejected": 1, "rejected_sheet": path}


def test_no_rejected_row_no_sheet(services: Services, tmp_path: Path) -> None:
    sheet = write_xlsx(tmp_path / "a.xlsx", [HEADING, delivery(1)])
    assert json.loads(said(services, sheet, Language.EN, as_json=True))["rejected_sheet"] is None
    assert len(said(services, sheet, Language.EN).splitlines()) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.EN, ("3 rows read: 1 cars created, 1 updated, 1 rejected.", "a-to-mend.xlsx")),
        (Language.ZH_CN, ("共读取 3 行：新增 1 台，更新 1 台，退回 1 行。", "a-待修改.xlsx")),
    ],
)
def test_words_in_both_languages(
    services: Services, sheet: Path, language: Language, words: tuple[str, str]
) -> None:
    counts, where = said(services, sheet, language).splitlines()
    assert counts == words[0]
    assert where.endswith(words[1])


def test_a_file_that_is_no_sheet_is_left_to_the_caller_to_say(
    services: Services, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"file\.missing"):
        run_import(services, tmp_path / "none.xlsx", as_json=True)
