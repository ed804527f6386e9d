"""Where each appointment stands on the board: its column, its rows, its lane beside others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import QLocale

from frontdesk.services.appointments.dto import Appointment, Board


@dataclass(frozen=True, slots=True)
class Column:
    """A day of the week, or an advisor of the day."""

    title: str
    day: date
    advisor_id: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """``lane`` of ``lanes`` beside each other, over ``rows`` of the column."""

    appointment: Appointment
    column: int
    rows: range
    lane: int
    lanes: int


def columns_of(board: Board) -> tuple[Column, ...]:
    """The advisors of a single day, or the days."""
    if board.days > 1:
        days = (board.first + timedelta(days=at) for at in range(board.days))
        return tuple(Column(_day(each), each) for each in days)
    return tuple(Column(each.name, board.first, each.id) for each in board.advisors)


def place(board: Board) -> tuple[Placed, ...]:
    """Every appointment, in order of column and time."""
    columns = columns_of(board)
    placed: list[Placed] = []
    for number, column in enumerate(columns):
        mine = [
            each
            for each in board.appointments
            if each.day == column.day and column.advisor_id in {"", each.advisor_id}
        ]
        placed += _lanes(number, [(each, rows_of(board, each)) for each in mine])
    return tuple(placed)


def rows_of(board: Board, one: Appointment) -> range:
    """The rows it takes; the first or the last one where it lies beside the hours."""
    if one.slots or not board.slots:
        return one.slots
    edge = 0 if one.time < board.slots[0] else len(board.slots) - 1
    return range(edge, edge + 1)


def is_on_the_row(board: Board, each: Placed) -> bool:
    """Whether it begins as its first row does, so that the hour at the side says it all."""
    return board.slots[each.rows.start] == each.appointment.time


def beside_the_hours(board: Board) -> int:
    """How many appointments lie before opening or after closing."""
    return sum(not each.slots for each in board.appointments)


def load_of(board: Board, column: Column, row: int) -> int:
    """How many appointments lie in a slot of the column's day."""
    return board.loads[(column.day - board.first).days][row]


def row_of(board: Board, at: time) -> int:
    """The row in which ``at`` lies, or the nearest."""
    earlier = [row for row, begins in enumerate(board.slots) if begins <= at]
    return earlier[-1] if earlier else 0


def _lanes(column: int, appointments: list[tuple[Appointment, range]]) -> list[Placed]:
    """Side by side where they overlap; as many lanes as their group needs."""
    placed: list[Placed] = []
    group: list[tuple[Appointment, range, int]] = []
    ends: list[int] = []
    for each in [*appointments, None]:
        if each is None or (ends and each[1].start >= max(ends)):
            placed += [Placed(one, column, rows, lane, len(ends)) for one, rows, lane in group]
            group, ends = [], []
        if each is None:
            break
        one, rows = each
        lane = next((n for n, end in enumerate(ends) if end <= rows.start), len(ends))
        if lane == len(ends):
            ends.append(rows.stop)
        else:
            ends[lane] = rows.stop
        group.append((one, rows, lane))
    return placed


def _day(day: date) -> str:
    name = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    return f"{name} {day.month}/{day.day}"
