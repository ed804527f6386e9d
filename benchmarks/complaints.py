"""Complaints: the statistics of a year, the list, opening a ticket, registering one."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import select

from benchmarks.ground import Ground
from benchmarks.rows import Row, each_timed, row, side_by_side
from frontdesk.models.complaint import Complaint
from frontdesk.models.customer import Customer
from frontdesk.models.enums import Comparison, ComplaintChannel, ComplaintLevel, ComplaintState
from frontdesk.services.complaints.dto import RegisterComplaint
from frontdesk.services.registry import Services

_TIMES, _RECORDS = 30, 60
_YEAR = timedelta(days=364)

_STATISTICS = """
    SELECT category, department, substr(registered_at, 1, 7) AS month, count(*),
        count(CASE WHEN valid = 1 THEN 1 END), count(signed_off_at),
        count(CASE WHEN signed_off_at <= due_at THEN 1 END),
        total(unixepoch(signed_off_at, 'subsec') - unixepoch(registered_at, 'subsec')),
        count(satisfied_after), count(CASE WHEN satisfied_after = 1 THEN 1 END),
        count(repeats_id), sum(cost_fen), sum(paused_seconds), sum(handling_score)
    FROM complaint WHERE registered_at >= ? AND registered_at < ?
    GROUP BY category, department, month
"""
_FIELDS = """
    SELECT c.id, c.number, c.version, c.state, c.round, c.level, c.safety, c.category,
        c.customer_id, k.name, v.plate, c.department, c.handler_id, h.name, c.about_staff_id,
        b.advisor_id, c.registered_at, c.due_at, c.dispatched_at, c.return_due_at,
        c.signed_off_at, c.acknowledged_at, c.repeats_id, r.served_by, c.paused_at,
        c.paused_seconds, CASE WHEN c.state = 'to_follow_up' THEN (
            SELECT max(e.at) FROM complaint_entry e
            WHERE e.complaint_id = c.id AND e.step = 'returned' AND e.round = c.round) END
    FROM complaint c JOIN customer k ON k.id = c.customer_id
    LEFT JOIN vehicle v ON v.id = c.vehicle_id LEFT JOIN staff_member h ON h.id = c.handler_id
    LEFT JOIN visit b ON b.id = c.visit_id LEFT JOIN callback r ON r.id = c.callback_id
"""
_STATES = ", ".join(f"'{each}'" for each in ComplaintState if each is not ComplaintState.FILED)
_OPEN = _FIELDS + f"WHERE c.state IN ({_STATES}) ORDER BY c.due_at"
# The plus keeps the engine from sorting every filed ticket there is; joined are those shown alone.
_FILED = _FIELDS.replace(
    "FROM complaint c",
    """FROM (SELECT * FROM complaint WHERE +state = 'filed'
        ORDER BY registered_at DESC LIMIT ?) c""",
)


def measure(ground: Ground) -> list[Row]:
    """The rows of the complaint desk; the year is the one that ends today."""
    services, desk = ground.services, ground.services.desk
    last = desk.today
    first = last - _YEAR
    zone = desk.clock.zone()
    year = tuple(
        datetime.combine(day, time(), zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        for day in (first, last + timedelta(days=1))
    )
    with ground.bare() as connection:

        def bare_list(_: object) -> None:
            found = connection.execute(_OPEN).fetchall()
            connection.execute(_FILED, (500 - len(found),)).fetchall()

        rows = [
            row(
                "complaints: statistics of a year",
                *side_by_side(
                    range(_TIMES),
                    lambda _: services.statistics.complaints(first, last),
                    lambda _: connection.execute(_STATISTICS, year).fetchall(),
                ),
            ),
            row(
                "complaints: statistics of a year and the one before",
                each_timed(
                    range(_TIMES),
                    lambda _: services.statistics.complaints(first, last, Comparison.BEFORE),
                ),
            ),
            row(
                "complaints: list of 500",
                *side_by_side(range(_TIMES), lambda _: services.complaints.list(), bare_list),
            ),
            row("complaints: list of 500 put on screen and painted", _painted(services)),
        ]
    with desk.read() as session:
        tickets = session.scalars(select(Complaint.id).limit(_RECORDS)).all()
        customers = session.scalars(select(Customer.id).limit(_RECORDS)).all()
    return [
        *rows,
        row("complaints: open a ticket", each_timed(tickets, services.complaints.open)),
        row(
            "complaints: register",
            each_timed(customers, lambda each: services.complaints.register(_given(each))),
        ),
    ]


def _painted(services: Services) -> list[float]:
    """From the answer of the service to the painted page, in a window without a screen."""
    from PySide6.QtWidgets import QApplication

    from frontdesk.ui.complaints.list_view import ListView
    from frontdesk.ui.kit.state import MemoryState

    app = QApplication.instance() or QApplication([])
    rows, tree = services.complaints.list(), services.complaints.categories()
    view = ListView(MemoryState(), services.desk.rules.amber_percent)
    view.resize(1366, 700)
    view.show()
    app.processEvents()

    def show(_: int) -> None:
        view.show_rows(rows, tree)
        view.repaint()
        app.processEvents()

    times = each_timed(range(_TIMES), show)
    view.close()
    return times


def _given(customer_id: str) -> RegisterComplaint:
    return RegisterComplaint(
        customer_id,
        words="空调修了两次还是不凉",
        channel=ComplaintChannel.PHONE,
        category="repair_quality.not_fixed",
        level=ComplaintLevel.COMPLAINT_NORMAL,
    )
