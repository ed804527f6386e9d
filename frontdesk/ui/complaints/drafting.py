"""Keeps half-typed complaints and steps, and gives them back to whoever typed them."""

from __future__ import annotations

from frontdesk.services.complaints.dto import Ticket
from frontdesk.services.complaints.forms import REGISTER_FORM, step_form_key
from frontdesk.ui.complaints.register_form import RegisterForm
from frontdesk.ui.complaints.step_form import StepForm
from frontdesk.ui.complaints.ticket_view import TicketView
from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.drafting import kept_by_service
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.page import UiContext


def register_drafts(
    context: UiContext, form: RegisterForm, customer_id: str, banners: BannerArea
) -> DraftKeeper:
    """The keeper of a registration, one per customer."""
    return kept_by_service(context, form, REGISTER_FORM, customer_id, banners=banners)


def step_drafts(
    context: UiContext, form: StepForm, view: TicketView, ticket: Ticket, banners: BannerArea
) -> DraftKeeper:
    """The keeper of one step of one ticket, at whatever version the ticket is by then."""

    def about() -> About:
        now = view.ticket if view.ticket is not None and view.ticket.id == ticket.id else ticket
        return step_about(form, now)

    return DraftKeeper(context, form, about, banners)


def step_about(form: StepForm, ticket: Ticket) -> About:
    """What the draft of a step is about."""
    return About(step_form_key(form.step.step), ticket.id, ticket.version)
