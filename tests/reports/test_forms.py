"""What holds for every printed form, in both languages."""

from __future__ import annotations

import re
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from subprocess import run
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.language import Language
from frontdesk.reports import base
from frontdesk.reports.base import Page
from frontdesk.reports.typeset import clean
from tests.reports import samples
from tests.reports.boxes import overlaps
from tests.reports.reading import FORMS, bare, pages, read, render, survives

forms = pytest.mark.parametrize("name", FORMS)
languages = pytest.mark.parametrize("language", Language)


@forms
@languages
def test_every_text_is_read_back(name: str, language: Language) -> None:
    form = FORMS[name][1]()
    text = "".join(pages(render(name, form, language)))
    typed = samples.texts(form)
    if name == "recovery":
        typed.remove(form.key)
        typed.extend(form.key.split("-"))
    assert [said for said in typed if bare(said) not in text] == []


@forms
@languages
def test_the_sheet_is_a4(name: str, language: Language) -> None:
    for page in read(render(name, FORMS[name][1](), language)).pages:
        assert float(page.mediabox.width) == pytest.approx(595.28, abs=0.01)
        assert float(page.mediabox.height) == pytest.approx(841.89, abs=0.01)


@forms
@languages
def test_every_font_is_embedded_as_a_subset(name: str, language: Language) -> None:
    for page in read(render(name, FORMS[name][1](), language)).pages:
        resources: Any = page["/Resources"]
        found = [font.get_object() for font in resources["/Font"].values()]
        assert found
        for font in found:
            assert re.fullmatch(r"/[A-Z]{6}\+NotoSansSC-(Regular|Bold)", font["/BaseFont"])
            assert len(font["/FontDescriptor"]["/FontFile2"].get_data()) < 400_000


@forms
@languages
def test_the_same_input_gives_the_same_bytes(name: str, language: Language) -> None:
    form = FORMS[name][1]()
    assert render(name, form, language) == render(name, form, language)


@forms
@languages
def test_an_empty_form_is_one_sheet_with_its_title_and_room_to_sign(
    name: str, language: Language
) -> None:
    [text] = pages(render(name, type(FORMS[name][1]())(), language))
    title, sign = {
        ("complaint", Language.ZH_CN): ("顾客投诉登记表", "签名"),
        ("complaint", Language.EN): ("CustomerComplaintRegistrationForm", "Signature"),
        ("statistics", Language.ZH_CN): ("顾客投诉分类统计表", "签名"),
        ("statistics", Language.EN): ("ComplaintCategoryStatistics", "Signature"),
        ("intake", Language.ZH_CN): ("接车单", "签名"),
        ("intake", Language.EN): ("VehicleIntakeSheet", "Signature"),
        ("change slip", Language.ZH_CN): ("维修变更确认单", "签名"),
        ("change slip", Language.EN): ("ChangeofWork", "Signature"),
        ("settlement", Language.ZH_CN): ("交车结算单（预结算）", "签名"),
        ("settlement", Language.EN): ("Settlement,NotYetHandedOver", "Signature"),
        ("recovery", Language.ZH_CN): ("数据恢复单", "签名"),
        ("recovery", Language.EN): ("DataRecoverySheet", "Signature"),
        ("callback record", Language.ZH_CN): ("回访记录表", "签名"),
        ("callback record", Language.EN): ("CallbackRecordForm", "Signature"),
        ("callbacks of a day", Language.ZH_CN): ("回访记录表", "签名"),
        ("callbacks of a day", Language.EN): ("CallbackRecordForm", "Signature"),
        ("call sheet", Language.ZH_CN): ("回访拨打单", "没有要打的回访"),
        ("call sheet", Language.EN): ("CallSheet", "Nocallistobemade"),
        ("callback summary", Language.ZH_CN): ("回访总结报告", "签名"),
        ("callback summary", Language.EN): ("CallbackSummaryReport", "Signature"),
        ("incentives", Language.ZH_CN): ("回访满意度奖惩清单", "签名"),
        ("incentives", Language.EN): ("CallbackIncentives", "Signature"),
    }[name, language]
    assert title in text
    assert sign in text


@forms
def test_five_thousand_characters_in_each_field_flow_on_and_none_is_lost(name: str) -> None:
    number = count(100)

    def tokens() -> str:
        """5,000 characters of words found nowhere else."""
        field = next(number)
        return " ".join(f"f{field}w{index}" for index in range(650))

    form = samples.refilled(FORMS[name][1](), tokens)
    assert all(len(text) > 5000 for text in samples.texts(form))
    pdf = read(render(name, form, Language.ZH_CN))
    found = [token for page in pdf.pages for token in re.findall(r"f\d+w\d+", page.extract_text())]
    wanted = [token for text in samples.texts(form) for token in text.split()]
    assert Counter(found) - Counter(wanted) == Counter()
    assert Counter(wanted) - Counter(found) == Counter()
    total = len(pdf.pages)
    assert total > 3
    for index, page in enumerate(pdf.pages, 1):
        assert f"第 {index} 页 / 共 {total} 页" in page.extract_text()


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """Every page that is written, as it was noted."""
    found: list[Page] = []
    write = base._write

    def note(canvas: Any, page: Page) -> None:
        found.append(page)
        write(canvas, page)

    monkeypatch.setattr(base, "_write", note)
    return found


@forms
def test_nothing_overlaps_when_it_flows_on(name: str, noted: list[Page]) -> None:
    form = samples.filled(FORMS[name][1](), "投诉内容 The steering wheel shakes，" * 40)
    render(name, form, Language.EN)
    assert len(noted) > 1
    assert [pair for page in noted for pair in overlaps(page)] == []


@forms
@languages
def test_nothing_overlaps_on_the_usual_and_the_empty_sheet(
    name: str, language: Language, noted: list[Page]
) -> None:
    form = FORMS[name][1]()
    render(name, form, language)
    render(name, type(form)(), language)
    assert len(noted) > 1
    assert [pair for page in noted for pair in overlaps(page)] == []


HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.sampled_from(
        [
            '<img src="/etc/passwd"/>',
            "<b>bold</b> & <para>x</para>",
            "&amp;&#0;&lt;",
            "<onDraw name='x'/>{{7*7}}%s%(a)s{0}",
            "\x00\x07\x1b[31m\x7f",
            "😡🧑‍🔧🇨🇳❤️",
            "שלום עולם",
            "مرحبا \u202etxt.exe",
            "\ud83d",
            "\udfff\ud800 lone",
            "e\u0301\u0300\u0302 z̷͇a̶l̴g̵o̶",
            "𠮷𡈽𣗋",
            "\r\n\t\v\f\x85\u2028",
            "()\\()<</Type/Catalog>>endobj",
            " " * 40,
            "W" * 40,
            "，。！？）》" * 6,
        ]
    ),
)


@forms
def test_hostile_text_is_printed_never_interpreted(name: str) -> None:
    """A thousand strings, each field of each sheet another one."""
    form = FORMS[name][1]()
    slots = len(samples.texts(samples.filled(form, "x")))

    @settings(max_examples=-(-1000 // slots), suppress_health_check=list(HealthCheck))
    @given(st.lists(HOSTILE, min_size=slots, max_size=slots))
    def one_sheet(strings: list[str]) -> None:
        following = iter(strings)
        hostile = samples.refilled(form, lambda: next(following))
        typed = [text for text in samples.texts(hostile) if text != getattr(hostile, "key", "")]
        sheets = pages(render(name, hostile, Language.ZH_CN))
        assert [text for text in typed if not survives(bare(clean(text)), sheets)] == []

    one_sheet()


def test_forms_are_printed_on_several_threads_at_once() -> None:
    alone = {name: render(name, make(), Language.ZH_CN) for name, (_, make) in FORMS.items()}
    with ThreadPoolExecutor(4) as pool:
        jobs = [
            (name, pool.submit(render, name, make(), Language.ZH_CN))
            for name, (_, make) in FORMS.items()
            for _ in range(3)
        ]
        assert all(job.result() == alone[name] for name, job in jobs)


def test_inputs_are_built_without_loading_the_pdf_library() -> None:
    code = (
        "import sys, frontdesk.reports.inputs as i; i.ComplaintForm(); i.StatisticsForm();"
        "i.IntakeSheet(); i.RecoverySheet(); sys.exit('reportlab' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0
