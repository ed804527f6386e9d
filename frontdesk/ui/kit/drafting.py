"""A form's draft kept by the drafts service, under a form's name and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from frontdesk.ui.kit.banner import BannerArea
from frontdesk.ui.kit.drafts import DraftKeeper, Typed
from frontdesk.ui.kit.form import FormPanel
from frontdesk.ui.kit.page import UiContext

if TYPE_CHECKING:
    from frontdesk.services.drafts import KeptDraft


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
    drafts, run = context.services.drafts, context.tasks.run

    def load(take: Callable[[Typed | None], None]) -> None:
        def done(draft: KeptDraft | None) -> None:
            take(None if draft is None else {k: str(v) for k, v in draft.values.items()})

        run(lambda: drafts.offered(name, subject_id), done, owner=form)

    def save(typed: dict[str, str]) -> None:
        run(lambda: drafts.keep(name, subject_id, typed, version), _untold, kind="write")

    def discard() -> None:
        run(lambda: drafts.discard(name, subject_id), _untold, kind="write")

    return DraftKeeper(form, load, save, discard, banners)


def retire(keeper: DraftKeeper | None) -> None:
    """Let go of a form that now shows something else, so that nothing is kept under two names."""
    if keeper is not None:
        keeper.pause(True)
        keeper.deleteLater()


def _untold(_: None) -> None:
    """Keeping a draft is not told."""
