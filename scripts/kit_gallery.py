"""Pictures of every part of the screen kit: ``python -m scripts.kit_gallery OUT [--scale 2]``.

Writes one PNG per language and theme, to be looked at after any change of tokens or style sheet.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.clock import FixedClock
from frontdesk.errors import InputErrors
from frontdesk.language import Language
from frontdesk.models.enums import CallOutcome, ComplaintStep, CustomerSource, VehicleUse
from frontdesk.ui.kit import language, words
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.charts import Bar, ParetoChart
from frontdesk.ui.kit.choice import ChoiceField
from frontdesk.ui.kit.fields import (
    CheckField,
    DateField,
    DateTimeField,
    MoneyField,
    MultilineField,
    NumberField,
    TextField,
)
from frontdesk.ui.kit.fonts import FontKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.labels import button
from frontdesk.ui.kit.panels import Card, EmptyState, KeyHint, StatusChip
from frontdesk.ui.kit.step_strip import Step, StepState, StepStrip
from frontdesk.ui.kit.table import Column, RecordTable
from frontdesk.ui.kit.table_model import Chip
from frontdesk.ui.kit.theme import Theme, apply_theme
from frontdesk.ui.kit.timeline import Timeline, TimelineItem
from frontdesk.ui.kit.tokens import GAP, ROOM, Tone

NOW = datetime(2026, 11, 5, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Car:
    """A row of the gallery's table."""

    id: str
    plate: str
    owner: str
    km: int
    spent: Decimal
    due: datetime
    tone: Tone


def gallery() -> QWidget:
    """The window with everything in it."""
    zh = language.current() is Language.ZH_CN
    window = QWidget()
    grid = QGridLayout(window)
    grid.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
    grid.setSpacing(ROOM)
    grid.addWidget(_form(zh), 0, 0)
    grid.addWidget(_table(zh), 0, 1)
    grid.addWidget(_parts(zh), 1, 0)
    grid.addWidget(_charts(zh), 1, 1)
    grid.setRowStretch(1, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return window


def _form(zh: bool) -> Card:
    card = Card("接待登记" if zh else "Intake")
    form = FormPanel()
    said = {
        "name": ("客户姓名", "Customer"),
        "km": ("进店里程", "Mileage"),
        "arrived": ("到店时间", "Arrived"),
        "due": ("预约日期", "Booked for"),
        "use": ("用途", "Use"),
        "source": ("信息来源", "Source"),
        "outcome": ("通话结果", "Outcome"),
        "price": ("预估金额", "Estimate"),
        "words": ("客户描述", "Customer's words"),
        "member": ("会员", "Member"),
    }
    name = form.add(TextField("name"), 0, 0)
    km = form.add(NumberField("km", unit="km"), 0, 1)
    form.add(DateTimeField("arrived"), 1, 0)
    form.add(DateField("due"), 1, 1)
    form.add(ChoiceField("use", VehicleUse), 2, 0)
    form.add(ChoiceField("outcome", CallOutcome), 2, 1)
    form.add(ChoiceField("source", CustomerSource, per_row=6 if zh else 3), 3, 0, 2)
    form.add(MoneyField("price"), 4, 0)
    form.add(CheckField("member"), 4, 1)
    form.add(MultilineField("words", lines=2), 5, 0, 2)
    for field in form.fields():
        field.set_label(said[field.name][0 if zh else 1])
    name.set_required(True)
    name.set_value("<b>欧阳</b>" if zh else "<b>Ouyang</b>")
    km.set_guess(35_600, "按上次里程推算" if zh else "Forecast from the last visit")
    form.field("use").set_value(VehicleUse.PRIVATE)
    form.field("price").set_value(Decimal("1280.5"))
    form.field("due").set_typed("32/13")
    try:
        form.values()
    except InputErrors as errors:
        form.show_errors(errors)
    card.add(form, 1)
    row = QHBoxLayout()
    row.addWidget(KeyHint("Ctrl+Enter"))
    row.addStretch()
    row.addWidget(button("取消" if zh else "Cancel"))
    row.addWidget(button("删除" if zh else "Delete", look="danger"))
    row.addWidget(button("保存" if zh else "Save", look="primary"))
    card.body.addLayout(row)
    return card


def _table(zh: bool) -> Card:
    card = Card("车辆" if zh else "Cars")
    card.add_action(StatusChip(Tone.ERROR, "3 超时" if zh else "3 overdue"))
    tones = list(Tone)
    chips = {
        Tone.NEUTRAL: ("预约", "Booked"),
        Tone.INFO: ("到店", "Arrived"),
        Tone.OK: ("已交车", "Handed over"),
        Tone.WARN: ("将到时", "Soon"),
        Tone.ERROR: ("超时", "Overdue"),
    }
    cars = [
        Car(
            str(n),
            f"沪A·{12345 + n}",
            "张伟明" if zh else "Zhang Weiming",
            35_600 + 977 * n,
            Decimal(1280 + 35 * n),
            NOW + timedelta(hours=7 * n - 20),
            tones[n % 5],
        )
        for n in range(40)
    ]
    titles = ("车牌号", "客户", "里程", "金额", "承诺时间", "状态")
    if not zh:
        titles = ("Plate", "Customer", "Mileage", "Amount", "Promised", "Status")
    table: RecordTable[Car] = RecordTable(
        "gallery",
        [
            Column("plate", lambda: titles[0], lambda r: r.plate, width=110),
            Column("owner", lambda: titles[1], lambda r: r.owner, width=120),
            Column("km", lambda: titles[2], lambda r: r.km, width=80),
            Column("spent", lambda: titles[3], lambda r: r.spent, width=100),
            Column("due", lambda: titles[4], lambda r: r.due, lambda r: words.near(r.due)),
            Column(
                "status",
                lambda: titles[5],
                lambda r: r.tone,
                chip=lambda r: Chip(r.tone, chips[r.tone][0 if zh else 1]),
            ),
        ],
        lambda r: r.id,
    )
    table.set_rows(cars)
    table.sort_by("due")
    table.select("4")
    card.add(table, 1)
    return card


def _parts(zh: bool) -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    banners = BannerArea()
    undo = "撤销 (Ctrl+Z)" if zh else "Undo (Ctrl+Z)"
    banners.show_banner(Tone.OK, "已保存 V-2026-000123" if zh else "Saved V-2026-000123", undo)
    banners.show_banner(
        Tone.WARN, "里程低于上次。" if zh else "The mileage is lower than at the last visit."
    )
    column.addWidget(banners)
    strip = StepStrip()
    steps = [s for s in ComplaintStep if s not in {ComplaintStep.SENT_BACK, ComplaintStep.ADDED}]
    strip.show_steps(
        [
            Step(
                words.word(step),
                StepState.DONE if n < 3 else StepState.NOW if n == 3 else StepState.NEXT,
                words.hour(NOW + timedelta(hours=2 * n)),
                words.hour(NOW + timedelta(hours=2 * n, minutes=9)) if n < 4 else "",
                (Tone.OK, Tone.OK, Tone.ERROR, Tone.WARN, Tone.OK)[min(n, 4)],
            )
            for n, step in enumerate(steps)
        ]
    )
    column.addWidget(strip)
    chips = QHBoxLayout()
    for tone in Tone:
        chips.addWidget(StatusChip(tone, tone.capitalize()))
    chips.addStretch()
    column.addLayout(chips)
    line = Timeline()
    line.set_items(
        [
            TimelineItem(
                str(n),
                NOW - timedelta(days=n * 3),
                ("wrench", "phone-call", "chat-centered-dots")[n % 3],
                ("保养 V-2026-000123", "修后回访", "投诉 C-2026-000031")[n % 3]
                if zh
                else ("Maintenance V-2026-000123", "Call", "Complaint C-2026-000031")[n % 3],
                "更换机油、机滤,检查刹车片" if zh else "Oil and filter changed, brake pads checked",
                (Tone.NEUTRAL, Tone.OK, Tone.ERROR)[n % 3],
                ("", "满意", "超时")[n % 3] if zh else ("", "Satisfied", "Overdue")[n % 3],
            )
            for n in range(12)
        ]
    )
    line.setMinimumHeight(60)
    column.addWidget(line, 1)
    return ground


def _charts(zh: bool) -> QWidget:
    card = Card("投诉分类" if zh else "Complaints by category")
    chart = ParetoChart()
    names = ("维修质量", "等待时间", "服务态度", "配件供应", "价格", "其他")
    if not zh:
        names = ("Repair quality", "Waiting", "Attitude", "Parts", "Price", "Other")
    chart.show_bars(
        [Bar(name, value) for name, value in zip(names, (41, 23, 12, 9, 5, 3), strict=True)]
    )
    row = QHBoxLayout()
    row.addWidget(chart, 2)
    empty = EmptyState("phone-call", "今天没有到期的回访" if zh else "No callback is due today")
    empty.say(
        "今天没有到期的回访" if zh else "No callback is due today",
        "查看明天" if zh else "Look at tomorrow",
        "交车第二天起,回访会出现在这里。" if zh else "Calls appear the day after a hand-over.",
    )
    row.addWidget(empty, 1)
    card.body.addLayout(row)
    return card


def main() -> int:
    """Draw the pictures."""
    parser = argparse.ArgumentParser(description="Draw the parts of the screen kit.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--scale", default="1")
    options = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = options.scale
    options.out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    words.use_clock(FixedClock(NOW))
    fonts = FontKeeper(app)
    fonts.install()
    fonts.wait()
    fonts.complete()
    app.processEvents()
    for spoken in Language:
        language.switch().use(spoken)
        for theme in (Theme.LIGHT, Theme.DARK):
            apply_theme(app, theme)
            window = gallery()
            window.resize(1366, 768)
            window.show()
            for _ in range(5):  # wrapped sentences settle their height after the first layout
                app.processEvents()
            window.grab().save(str(options.out / f"{spoken}-{theme}-{options.scale}x.png"))
            window.deleteLater()
            app.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
