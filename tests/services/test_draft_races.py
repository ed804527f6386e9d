"""A draft written late never outlives the save: every order of keeping and saving, and threads."""

from __future__ import annotations

from contextlib import suppress
from threading import Barrier, Thread

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.errors import UserError
from frontdesk.services.draft_turns import MOST_REMEMBERED, Turns
from frontdesk.services.drafts import drop_draft
from frontdesk.services.registry import Services

FORM, SUBJECT = "customer", "zhang"
_ACTS = st.lists(
    st.sampled_from(["type", "write", "begin save", "save", "save fails", "answer", "discard"]),
    max_size=24,
)


class Form:
    """What a keeper does, with every step of the workers in the hands of the test."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.turn = services.drafts.turn(FORM, SUBJECT)
        self.queued: list[tuple[int, int]] = []
        self.typed = self.saved_upto = self.sent = 0
        self.saving = self.came_through = False

    def do(self, act: str) -> None:
        drafts = self.services.drafts
        match act:
            case "type":
                self.typed += 1
                self.queued.append((self.typed, self.turn))
            case "write" if self.queued:
                text, turn = self.queued.pop(0)
                drafts.keep(FORM, SUBJECT, {"name": str(text)}, turn=turn)
            case "begin save" if not self.saving:
                self.saving, self.came_through, self.sent = True, False, self.typed
            case "save" if self.saving and not self.came_through:
                with self.services.desk.write() as work:
                    drop_draft(work, FORM, SUBJECT)
                self.came_through, self.saved_upto = True, self.sent
            case "save fails" if self.saving and not self.came_through:
                with suppress(UserError), self.services.desk.write() as work:
                    drop_draft(work, FORM, SUBJECT)
                    raise UserError("field.choice")
                self._answer()
            case "answer" if self.came_through:
                self._answer()
            case "discard" if not self.saving:
                drafts.discard(FORM, SUBJECT)
                self.queued.clear()
                self.saved_upto = self.typed
                self.turn = drafts.turn(FORM, SUBJECT)
            case _:
                pass

    def _answer(self) -> None:
        self.saving = self.came_through = False
        self.turn = self.services.drafts.turn(FORM, SUBJECT)
        if self.typed > self.saved_upto:
            self.queued.append((self.typed, self.turn))

    def settle(self) -> int | None:
        """Everything queued is written, every answer given; what the store then holds."""
        if self.came_through:
            self._answer()
        while self.queued:
            self.do("write")
        draft = self.services.drafts.offered(FORM, SUBJECT)
        return None if draft is None else int(draft.values["name"])


@settings(max_examples=150)
@given(_ACTS)
def test_in_whatever_order_it_comes_no_draft_outlives_its_save(
    services: Services, acts: list[str]
) -> None:
    services.drafts.discard(FORM, SUBJECT)
    form = Form(services)
    for act in acts:
        form.do(act)
        if form.saved_upto and not form.queued and form.typed == form.saved_upto:
            assert services.drafts.offered(FORM, SUBJECT) is None
    held = form.settle()
    if form.typed == form.saved_upto:
        assert held is None
    elif held is not None:
        assert form.saved_upto < held <= form.typed
    if form.typed > form.saved_upto and not form.saving:
        assert held == form.typed


def test_threads_cannot_bring_a_saved_draft_back(services: Services) -> None:
    for number in range(60):
        subject = f"car {number}"
        turn = services.drafts.turn(FORM, subject)
        start = Barrier(3)

        def keep(subject: str = subject, turn: int = turn, start: Barrier = start) -> None:
            start.wait()
            services.drafts.keep(FORM, subject, {"name": "late"}, turn=turn)

        def save(subject: str = subject, start: Barrier = start) -> None:
            start.wait()
            with services.desk.write() as work:
                drop_draft(work, FORM, subject)

        threads = [Thread(target=act) for act in (keep, save, keep)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert services.drafts.offered(FORM, subject) is None


def test_of_many_ended_turns_few_are_remembered_and_none_comes_back() -> None:
    turns = Turns()
    early, open_still = ("me", "note", "1"), ("me", "visit", "9")
    typed_in, began_in = turns.now(early), turns.now(open_still)
    turns.end(early)
    for number in range(2 * MOST_REMEMBERED):
        turns.end(("me", "note", f"other {number}"))
    assert len(turns._ended) == MOST_REMEMBERED
    assert turns.now(early) != typed_in
    # Refused once, and then it is the turn under way.
    assert turns.now(open_still) != began_in
    assert turns.now(open_still) == turns.now(open_still)
