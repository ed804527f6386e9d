"""Decides what registering a complaint of a known customer does; what is typed is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from frontdesk.errors import UserError
from frontdesk.models.enums import ComplaintChannel, Role
from frontdesk.services.complaints.dto import CategoryTree, Start
from frontdesk.ui.complaints.drafting import register_drafts
from frontdesk.ui.complaints.register_form import Beginning
from frontdesk.ui.complaints.register_repeats import tell_repeats
from frontdesk.ui.complaints.register_view import RegisterView
from frontdesk.ui.kit import errors
from frontdesk.ui.kit.drafting import retire
from frontdesk.ui.kit.drafts import DraftKeeper
from frontdesk.ui.kit.page import Page, Subject
from frontdesk.ui.kit.tokens import Tone


class RegisterDesk(QObject):
    """``show`` brings ``view`` to the front; ``registered`` is told the id of the ticket made."""

    def __init__(
        self, page: Page, show: Callable[[], None], registered: Callable[[str], None]
    ) -> None:
        super().__init__(page)
        self._page, self._show, self._registered = page, show, registered
        self._complaints = page.context.services.complaints
        self._drafts: DraftKeeper | None = None
        self._saving = False
        self.view = RegisterView()
        self.view.save_asked.connect(self.save)
        self.view.repeat_wanted.connect(
            lambda: tell_repeats(page, self.view.form, self.view.repeat)
        )

    @property
    def is_unsaved(self) -> bool:
        """Whether something is typed."""
        return self.view.start is not None and self.view.form.has_changes()

    def park(self) -> None:
        """Write what is typed now."""
        if self._drafts is not None:
            self._drafts.flush()

    def begin(self, subject: object) -> None:
        """A complaint of the customer of a ``Subject``, with the car and visit it names."""
        if not isinstance(subject, Subject):
            self._page.notice(
                Tone.INFO,
                self.tr("Find the customer first: Ctrl+K, type, then Alt+Enter."),
                for_ms=12_000,
            )
            return

        def done(answer: tuple[Start, CategoryTree]) -> None:
            retire(self._drafts)
            self._show()
            self.view.begin(
                Beginning(*answer, self._usual_channel(), subject.vehicle_id, subject.visit_id)
            )
            self._page.banners.remove("draft")
            self._drafts = register_drafts(
                self._page.context, self.view.form, subject.customer_id, self._page.banners
            )
            self._drafts.offer()
            self.view.form.focus_words()

        self._page.run(
            lambda: (
                self._complaints.begin(subject.customer_id),
                self._complaints.categories(),
            ),
            done,
        )

    def save(self) -> None:
        """Register the complaint that is typed."""
        form = self.view.form
        if self._saving or self.view.start is None:
            return
        form.clear_errors()
        try:
            given = form.given()
        except UserError as error:
            errors.present(form, error)
            return
        self._saving = True
        drafts = self._drafts
        if drafts is not None:
            drafts.saving()

        def done(ticket_id: str) -> None:
            self._saving = False
            if drafts is not None:
                drafts.saved()
            self.view.start = None
            self._registered(ticket_id)

        def failed(error: Exception) -> None:
            self._saving = False
            if drafts is not None:
                drafts.go_on()
            errors.present(form, error)

        self._page.run(lambda: self._complaints.register(given), done, failed, kind="write")

    def _usual_channel(self) -> ComplaintChannel | None:
        """An advisor sits at the desk, a specialist at the telephone."""
        roles = self._page.context.services.desk.actor.roles
        if Role.SERVICE_ADVISOR in roles:
            return ComplaintChannel.DESK
        return ComplaintChannel.PHONE if Role.CS_SPECIALIST in roles else None
