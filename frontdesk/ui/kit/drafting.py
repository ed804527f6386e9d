"""A keeper for a form that is about one record for as long as it lives."""

from __future__ import annotations

from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.drafts import About, DraftKeeper
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import UiContext


def kept_by_service(
    context: UiContext,
    form: FormPanel,
    name: str,
    subject_id: str = "",
    *,
    version: int | None = None,
    banners: BannerArea | None = None,
) -> DraftKeeper:
    """The keeper of ``form``; the real save drops the draft with ``drop_draft``."""
    about = About(name, subject_id, version)
    return DraftKeeper(context, form, lambda: about, banners)


def retire(keeper: DraftKeeper | None) -> None:
    """Let go of a form that now shows something else, so that nothing is kept under two names."""
    if keeper is not None:
        keeper.retire()
