"""Keeps half-typed complaints and steps, and gives them back to whoever typed them."""

from __future__ import annotations

from collections.abc import Callable

from frontdesk.services.complaints.dto import Ticket
from frontdesk.services.complaints.forms import REGISTER_FORM, step_form_key
from frontdesk.services.drafts import KeptDraft
from frontdesk.ui.complaints.register_form import RegisterForm
from frontdesk.ui.complaints.step_form import StepForm
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.drafts import DraftKeeper, Typed
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import UiContext


def register_drafts(
    context: UiContext, form: RegisterForm, customer_id: str, banners: BannerArea
) -> DraftKeeper:
    """The keeper of a registration, one per customer."""
    return _keeper(context, form, REGISTER_FORM, customer_id, None, banners)


def step_drafts(
    context: UiContext, form: StepForm, ticket: Ticket, banners: BannerArea
) -> DraftKeeper:
    """The keeper of one step of one ticket."""
    key = step_form_key(form.step.step)
    return _keeper(context, form, key, ticket.id, ticket.version, banners)


def _keeper(
    context: UiContext,
    form: FormPanel,
    key: str,
    subject_id: str,
    version: int | None,
    banners: BannerArea,
) -> DraftKeeper:
    drafts, run = context.services.drafts, context.tasks.run

    def load(take: Callable[[Typed | None], None]) -> None:
        def done(draft: KeptDraft | None) -> None:
            take(None if draft is None else {k: str(v) for k, v in draft.values.items()})

        run(lambda: drafts.offered(key, subject_id), done, owner=form)

    def save(typed: dict[str, str]) -> None:
        run(lambda: drafts.keep(key, subject_id, typed, version), _nothing, kind="write")

    def discard() -> None:
        run(lambda: drafts.discard(key, subject_id), _nothing, kind="write")

    return DraftKeeper(form, load, save, discard, banners)


def _nothing(_: None) -> None:
    """Keeping a draft is not told."""
