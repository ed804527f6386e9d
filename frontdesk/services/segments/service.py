"""Segments for the signed-in person: asked, counted, kept, carried out."""

from __future__ import annotations

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.values.ids import new_id
from frontdesk.services.desk import Desk
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm, copies
from frontdesk.services.segments import counting, keeping, paper
from frontdesk.services.segments.checks import checked
from frontdesk.services.segments.dto import Exported, KeptSegment, Member
from frontdesk.services.segments.inputs import Criteria
from frontdesk.services.segments.telling import told

SEGMENT_FORM = "segment"
"""The draft of a segment, by its id; '' for one that is not kept yet."""
SHOWN = 500
MOST_PRINTED = 2_000
_UNNAMED = "segment"


class SegmentService:
    """Whom a segment holds is found anew each time it is asked.

    Raise ``InputErrors``/``UserError`` for criteria that cannot be, ``NotFound`` for a segment that
    has ended, ``Conflict`` where somebody was quicker.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # looking -----------------------------------------------------------------------------

    @requires(Permission.VIEW_CUSTOMERS)
    def count(self, wanted: Criteria) -> int:
        """How many customers fit."""
        clean, _ = checked(wanted)
        with self.desk.read() as session:
            return counting.count(session, self.desk, clean)

    @requires(Permission.VIEW_CUSTOMERS)
    def members(self, wanted: Criteria, limit: int = SHOWN) -> tuple[Member, ...]:
        """The customers who fit, seen last first; at most ``limit``."""
        clean, _ = checked(wanted)
        with self.desk.read() as session:
            return counting.members(session, self.desk, clean, limit)

    @requires(Permission.VIEW_CUSTOMERS)
    def kept(self) -> tuple[KeptSegment, ...]:
        """The segments kept by name."""
        with self.desk.read() as session:
            return keeping.read_all(session)

    # keeping -----------------------------------------------------------------------------

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def make(self, name: str, wanted: Criteria, segment_id: str | None = None) -> str:
        """Keep a segment under a name of its own; returns its id."""
        made = segment_id or new_id()
        with self.desk.write() as work:
            keeping.make(work, made, name, wanted)
            drop_draft(work, SEGMENT_FORM)
        return made

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def change(self, segment_id: str, version: int, name: str, wanted: Criteria) -> None:
        """Change name and criteria of a segment that is still at ``version``."""
        with self.desk.write() as work:
            keeping.change(work, segment_id, version, name, wanted)
            drop_draft(work, SEGMENT_FORM, segment_id)

    @requires(Permission.CLASSIFY_CUSTOMERS)
    def end(self, segment_id: str, version: int) -> None:
        """Offer a segment no more; the customers stay as they are."""
        with self.desk.write() as work:
            keeping.end(work, segment_id, version)

    # carrying out ------------------------------------------------------------------------

    @requires(Permission.EXPORT_CUSTOMERS)
    @confirmed(Act.EXPORT)
    def export(self, wanted: Criteria, language: Language, name: str = "") -> Exported:
        """The customers who fit as an ``.xlsx``, noted in the trail with what was asked for."""
        from frontdesk.services.segments.workbook import workbook_of

        clean, _ = checked(wanted)
        with self.desk.write() as work:
            members = counting.members(work.session, self.desk, clean)
            asked = _asked(clean)
            work.audit(
                "segment.export", "segment", name or _UNNAMED, wanted=asked, count=len(members)
            )
        about = (
            ("house", self.desk.profile.name),
            ("segment", name),
            ("criteria", told(clean, language)),
            ("count", f"n = {len(members):,}"),
            ("by", self.desk.actor.name),
        )
        at = local(self.desk.now, self.desk.clock).replace(tzinfo=None)
        content = workbook_of(members, about, at, language)
        return Exported(content, self._file_name("xlsx"), len(members))

    @requires(Permission.EXPORT_CUSTOMERS)
    def named(self, name: str) -> KeptSegment:
        """The segment of this name, for the command line.

        Raises:
            NotFound: there is none.
        """
        with self.desk.read() as session:
            return keeping.read_named(session, name)

    @requires(Permission.EXPORT_CUSTOMERS)
    def print_list(self, wanted: Criteria, language: Language, name: str = "") -> PrintedForm:
        """The customers who fit as a list on paper; copies are counted and noted.

        Raises:
            UserError: more than ``MOST_PRINTED`` fit.
        """
        from frontdesk.reports import segment_list

        clean, _ = checked(wanted)
        with self.desk.write() as work:
            if counting.count(work.session, self.desk, clean) > MOST_PRINTED:
                raise UserError("segment.too_many", most=f"{MOST_PRINTED:,}")
            members = counting.members(work.session, self.desk, clean)
            whose = name or _UNNAMED
            copy = 1 + copies(work.session, "segment.print", "segment", whose)
            sheet = paper.list_of(self.desk, name, clean, members, language, copy)
            asked, count = _asked(clean), len(members)
            work.audit("segment.print", "segment", whose, wanted=asked, count=count, copy=copy)
        return PrintedForm(segment_list.render(sheet, language), self._file_name("pdf"))

    def _file_name(self, ending: str) -> str:
        return f"segment-{self.desk.today}.{ending}"


def _asked(wanted: Criteria) -> dict[str, object]:
    """What was asked for, as the trail keeps it."""
    return wanted.model_dump(mode="json", exclude_defaults=True)
