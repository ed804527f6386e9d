"""The month's incentives by the satisfaction score, for approval (domain §4.3)."""

from __future__ import annotations

from frontdesk.language import Language
from frontdesk.reports.base import MM, MUTED
from frontdesk.reports.cells import Cell, Text
from frontdesk.reports.ending import names_of, stands_approved
from frontdesk.reports.flow import Row, Section
from frontdesk.reports.formats import day, whole
from frontdesk.reports.heading import heading, set_sheet, signatures
from frontdesk.reports.inputs.call_summary import IncentiveForm, IncentiveRow
from frontdesk.reports.labels_callbacks import Incentives as Labels
from frontdesk.texts import Text as Labelled
from frontdesk.texts import term

# number, name, role, n, score, remark, amount, of the wage
_SHARES = (8, 30, 30, 22, 20, 34, 26, 26)
_SIGNATURE_HEIGHT = 16 * MM


def render(form: IncentiveForm, language: Language) -> bytes:
    """The list as a PDF; a month without scores prints well too."""
    sheet = _Sheet(form, language)
    title = Labels.TITLE.in_(language)
    month = f"{form.first_day:%Y-%m}" if form.first_day else ""
    sections = [
        heading(form.dealership, title, None, language),
        sheet.period(),
        sheet.people(),
        sheet.ending(),
    ]
    return set_sheet(sections, title, month, form.printed, language).pdf()


class _Sheet:
    """Builds each part from the list's inputs."""

    def __init__(self, form: IncentiveForm, language: Language) -> None:
        self._form = form
        self._language = language

    def period(self) -> Section:
        """Which month, and as whose record it stands."""
        form = self._form
        lines = [
            self._say(Labels.PERIOD).format(first=day(form.first_day), last=day(form.last_day)),
            *stands_approved(form.approved_by, form.approved_at, self._language),
        ]
        return Section([Row([Text(line, "centre")]) for line in lines], framed=False)

    def people(self) -> Section:
        """A row for each person concerned, and the sum of the amounts."""
        rows = [self._row(at, each) for at, each in enumerate(self._form.rows, 1)]
        if rows:
            total = sum(each.yuan for each in self._form.rows)
            name = Text(self._say(Labels.SUM), bold=True)
            cells: list[Cell] = [Text(""), name, *(Text("") for _ in range(4))]
            cells += [Text(_signed(total), "right", bold=True), Text("")]
            rows.append(Row(cells, _SHARES, tint=True))
        else:
            rows = [Row([Text(self._say(Labels.NONE), "centre", grey=MUTED)])]
        heads = (
            (Labels.NAME, "left"),
            (Labels.ROLE, "left"),
            (Labels.N, "right"),
            (Labels.SCORE, "right"),
            (Labels.REMARK, "left"),
            (Labels.AMOUNT, "right"),
            (Labels.WAGE, "right"),
        )
        cells = [Text("#", small=True, grey=MUTED)]
        for head, align in heads:
            right = align == "right"
            cells.append(Text(self._say(head), "right" if right else "left", bold=True, small=True))
        return Section(rows, head=Row(cells, _SHARES, tint=True), gap=2.0)

    def ending(self) -> Section:
        """What the figures are of, and who answers for them."""
        form = self._form
        rows = [Row([Text(self._say(Labels.NOTE), small=True, grey=MUTED)])]
        rows.append(
            names_of(
                (form.prepared_by, form.prepared_at),
                (form.approved_by, form.approved_at),
                self._language,
            )
        )
        if form.approved_at is None:
            rows += signatures(["", ""], "", _SIGNATURE_HEIGHT, self._language).rows
        return Section(rows, together=True, gap=6.0)

    def _row(self, at: int, each: IncentiveRow) -> Row:
        score = "–" if each.score is None else f"{each.score:.1f}"
        wage = f"{each.wage_percent:+d}%".replace("-", "−") if each.wage_percent else ""
        return Row(
            [
                Text(str(at), small=True, grey=MUTED),
                Text(each.name),
                Text(term(each.role, self._language)),
                Text(whole(each.n), "right"),
                Text(score, "right"),
                Text(self._remark(each), small=True),
                Text(_signed(each.yuan) if each.yuan else "–", "right", bold=bool(each.yuan)),
                Text(wage, "right", bold=bool(wage)),
            ],
            _SHARES,
        )

    def _remark(self, each: IncentiveRow) -> str:
        form = self._form
        if each.score is None:
            return self._say(Labels.NO_SCORE)
        if each.score == 0:
            return self._say(Labels.ZERO)
        if each.score > form.above:
            return self._say(Labels.ABOVE).format(above=form.above)
        if each.score < form.below:
            return self._say(Labels.BELOW).format(below=form.below)
        return ""

    def _say(self, text: Labelled) -> str:
        return text.in_(self._language)


def _signed(yuan: int) -> str:
    """``+50`` / ``−50``, ``0``."""
    return f"{yuan:+,}".replace("-", "−") if yuan else "0"
