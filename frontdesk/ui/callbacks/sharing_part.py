"""Sharing out: who has how many calls; moving and taking back, days off, new customers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.errors import UserError
from frontdesk.services.callbacks.absences import ABSENCE_FORM
from frontdesk.services.callbacks.sharing_dto import (
    EVERYONE,
    AbsenceSpan,
    SharedCall,
    SharedOut,
    SharingLook,
)
from frontdesk.services.desk import Change
from frontdesk.ui.callbacks.absence_card import AbsenceCard
from frontdesk.ui.callbacks.keepers_card import KeepersCard
from frontdesk.ui.callbacks.late_card import LateCard
from frontdesk.ui.callbacks.sharing_tables import CallsTable, SharesTable, by_kind
from frontdesk.ui.kit.labels import ask, button, plain
from frontdesk.ui.kit.page import Place, UiContext
from frontdesk.ui.kit.section import Section, Title, acts_row
from frontdesk.ui.kit.shortcuts import bind_key
from frontdesk.ui.kit.tokens import GAP, Tone

T = TypeVar("T")


class SharingSection(Section):
    """People at the top left, the chosen one's calls beneath; days off and late contacts right."""

    def __init__(self, context: UiContext, title: Title) -> None:
        super().__init__(context, title)
        self.service = context.services.sharing
        self._look: SharingLook | None = None
        self._takers: tuple[tuple[str, str], ...] = ()
        self.people = SharesTable(context.state)
        self.calls = CallsTable(context.state)
        self.share_now = button(look="primary")
        self.give_to, self.back = button(), button()
        self.whose = plain(wrap=True)
        for act in (self.give_to, self.back):
            self.calls.table.add_tool(act)
        self.days_off = AbsenceCard()
        self.keepers = KeepersCard()
        self.late = LateCard()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(acts_row(self.share_now))
        column.addWidget(self.people, 2)
        column.addWidget(self.whose)
        column.addWidget(self.calls, 3)
        self.add_beside(left, self.days_off, self.keepers, self.late)
        self._keeper = self.keep_drafts(self.days_off.form, ABSENCE_FORM)
        self._connect()
        self.retranslate()

    # what a section answers -------------------------------------------------------------

    def refresh(self, changes: frozenset[Change]) -> None:
        if not changes or changes & {Change.CALLBACKS, Change.CUSTOMERS, Change.STAFF}:
            self._load()

    def has_unsaved(self) -> bool:
        return self.days_off.form.has_changes()

    def focus_first(self) -> None:
        self.people.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.share_now.setText(self.tr("Share out now (F5)"))
        self.give_to.setText(self.tr("Give to … (Ctrl+G)"))
        self.back.setText(self.tr("Take back (Ctrl+B)"))
        self._say_whose()

    # acts -------------------------------------------------------------------------------

    def share_out(self) -> None:
        """Give out what is nobody's: calls and new customers."""
        self._do(self.service.share_now, self._shared)

    def take_back(self) -> None:
        """The chosen calls are everyone's again."""
        if ids := self._chosen():
            self._do(lambda: self.service.move(ids, None), self._moved_back)

    def give(self) -> None:
        """Offer who may make all of the chosen calls; among the customers, who takes those."""
        if self.late.has_keys():
            self.give_customers()
        elif ids := self._chosen():
            self.run(lambda: self.service.takers(ids), partial(self._offer, ids))

    def note_absence(self) -> None:
        """Keep the days off that are typed."""
        form = self.days_off.form
        form.clear_errors()
        try:
            given = self.days_off.given()
        except UserError as error:
            self.refuse(error, form)
            return
        self._keeper.saving()
        self.run(
            lambda: self.service.note_absence(given), self._noted, self._not_noted, kind="write"
        )

    def withdraw(self, absence: AbsenceSpan) -> None:
        """The person is there after all."""
        self._do(
            lambda: self.service.withdraw_absence(absence.id, absence.version),
            lambda _: self.notice(Tone.OK, self.tr("The days off are withdrawn.")),
        )

    def pass_on(self) -> None:
        """All customers of one person go to others, once that is agreed to."""
        card = self.keepers
        card.form.clear_errors()
        try:
            whose, to = card.given()
        except UserError as error:
            self.refuse(error, card.form)
            return
        giver, taker, count = card.told()
        text = (
            self.tr("All %n customer(s) of {giver} go to {taker}.", "", count)
            if taker
            else self.tr("All %n customer(s) of {giver} are shared out evenly.", "", count)
        )
        agreed = ask(
            self,
            self.tr("Pass on customers"),
            text.format(giver=giver, taker=taker),
            detail=self.tr("Calls already given stay where they are."),
            yes=self.tr("Pass on"),
        )
        if agreed:
            self.run(
                lambda: self.service.pass_on_customers(whose, to),
                self._passed_on,
                lambda error: self.refuse(error, card.form),
                kind="write",
            )

    def give_customers(self) -> None:
        """Offer who may look after the chosen customers from now on."""
        ids = self.late.table.selected_ids()
        takers = [(k.id, k.name) for k in self._look.keepers if k.may_take] if self._look else []
        if ids and takers:
            self.calls.offer(takers, self.late.give, partial(self._give_customers, ids))

    # inside -----------------------------------------------------------------------------

    def _to_calls(self) -> None:
        """From a person to that person's calls, the first of them chosen."""
        if not self.calls.table.selected_ids():
            self.calls.table.select_first()
        self.calls.table.setFocus()

    def _chosen(self) -> list[str]:
        """The chosen calls; where none is, what to do is said."""
        ids = self.calls.table.selected_ids()
        if not ids:
            self.notice(
                Tone.INFO,
                self.tr("First choose calls of the lower list: Enter leads there, Shift+↓ adds."),
            )
        return ids

    def _connect(self) -> None:
        self.people.table.selected.connect(lambda _: self._load_calls())
        self.people.table.activated.connect(lambda _: self._to_calls())
        self.calls.table.activated.connect(lambda _: self.give())
        self.share_now.clicked.connect(self.share_out)
        self.give_to.clicked.connect(self.give)
        self.back.clicked.connect(self.take_back)
        self.days_off.save_asked.connect(self.note_absence)
        self.days_off.withdrawn.connect(self.withdraw)
        self.keepers.asked.connect(self.pass_on)
        self.late.given.connect(self.give_customers)
        self.late.opened.connect(lambda key: self.context.navigate(Place("customers", key, "open")))
        for keys, act in (
            ("F5", self.share_out),
            ("Ctrl+G", self.give),
            ("Ctrl+B", self.take_back),
            ("Ctrl+N", self.days_off.focus_first),
            ("Ctrl+M", self.keepers.focus_first),
            ("Ctrl+L", self.late.focus_first),
        ):
            bind_key(self, keys, act)

    def _load(self) -> None:
        self.run(self.service.look, self._show)

    def _show(self, look: SharingLook) -> None:
        self._look = look
        table, at = self.people.table, self.people.table.current_id()
        with QSignalBlocker(table):
            table.set_rows(look.shares)
            if not (at and table.select(at)):
                table.select_first()
        self.days_off.show_look(look)
        self.keepers.show_look(look)
        self.late.show_look(look)
        self._load_calls()

    def _load_calls(self) -> None:
        share = self.people.table.current()
        self._say_whose()
        if share is None:
            self.calls.table.set_rows(())
            return

        def done(calls: tuple[SharedCall, ...]) -> None:
            now = self.people.table.current()
            if now is not None and now.id == share.id:
                self.calls.table.set_rows(calls)

        self.run(lambda: self.service.calls_of(share.id), done)

    def _say_whose(self) -> None:
        share = self.people.table.current()
        if share is None:
            self.whose.setText("")
            return
        whose = self.tr("Calls that are nobody's, hence anyone's")
        if share.id != EVERYONE:
            whose = self.tr("Calls of {name}").format(name=share.name)
        # The table has no room for all of it.
        kinds = by_kind(share.kinds)
        self.whose.setText("\u3000".join(part for part in (whose, kinds) if part))

    def _offer(self, ids: Sequence[str], takers: tuple[tuple[str, str], ...]) -> None:
        if not takers:
            self.notice(Tone.WARN, self.tr("Nobody who is there may make all of these calls."))
            return
        self.calls.offer(takers, self.give_to, partial(self._give, ids))

    def _give(self, ids: Sequence[str], staff_id: str) -> None:
        self._do(lambda: self.service.move(ids, staff_id), self._moved)

    def _give_customers(self, ids: Sequence[str], staff_id: str) -> None:
        told = self.tr("%n customer(s) passed on.", "", len(ids))
        self._do(
            lambda: self.service.give_customers(ids, staff_id),
            lambda _: self.notice(Tone.OK, told),
        )

    def _passed_on(self, count: int) -> None:
        self.keepers.clear()
        self.notice(Tone.OK, self.tr("%n customer(s) passed on.", "", count))
        self._load()

    def _moved(self, count: int) -> None:
        self.notice(Tone.OK, self.tr("%n call(s) moved.", "", count))
        self.calls.table.setFocus()

    def _moved_back(self, count: int) -> None:
        self.notice(Tone.OK, self.tr("%n call(s) are everyone's again.", "", count))
        self.calls.table.setFocus()

    def _shared(self, out: SharedOut) -> None:
        parts = [self.tr("%n call(s) given out.", "", out.calls)]
        if out.customers:
            parts.append(self.tr("%n new customer(s) given out.", "", out.customers))
        self.notice(Tone.OK if out.calls or out.customers else Tone.INFO, " ".join(parts))

    def _noted(self, passed_on: int) -> None:
        self._keeper.saved()
        self.days_off.clear()
        parts = [self.tr("The days off are noted.")]
        if passed_on:
            parts.append(self.tr("%n call(s) went to others.", "", passed_on))
        self.notice(Tone.OK, " ".join(parts))
        self._load()

    def _not_noted(self, error: Exception) -> None:
        self._keeper.go_on()
        self.refuse(error, self.days_off.form)

    def _do(self, act: Callable[[], T], done: Callable[[T], None]) -> None:
        def then(answer: T) -> None:
            done(answer)
            self._load()

        self.run(act, then, kind="write")
