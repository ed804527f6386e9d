"""One case: a valid input with hostile text in one place, handed to the service that keeps it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any, get_type_hints

from hypothesis import given, seed, settings
from hypothesis import strategies as st
from sqlalchemy import event

from frontdesk.errors import Conflict, InputErrors, NotFound, PermissionDenied, UserError
from frontdesk.language import Language
from frontdesk.models.values import identity, names, phone, plate, text, vin
from frontdesk.services.accounts.passwords import tidy_login
from frontdesk.texts import sentence
from tests.hostile.house import House
from tests.hostile.leaves import Way, put, said, texts
from tests.hostile.sample import KEPT, REFUSED, Form, Sample
from tests.hostile.strategies import MEGA, SETTLED, WORST, hostile, named, short

#: A sentence longer than this is no sentence beside a field.
LONGEST_SENTENCE = 600
#: What the program itself calls forms, steps, answers, records and categories.
_KEYS = ("form", "step", "answer", "subject", "offered", "group", "key")
_AT_A_TIME = 4
_BESIDE_NO_FIELD = (PermissionDenied, NotFound, Conflict)


class Tried:
    """A form that hostile text is given to, case after case."""

    def __init__(self, house: House, form: Form) -> None:
        self.house, self.form = house, form
        self.refused = self.kept = 0
        self.sample = form.prepare(house)
        self._prepared = house.now()
        self.ways = tuple(self._ways(self.sample))

    def is_accepted_as_it_stands(self) -> bool:
        """Whether the valid input is valid; else every refusal would prove nothing."""
        self.sample.read(_confirmed(self.sample)(**self.sample.given))
        self.house.put_back(self._prepared)
        return True

    @property
    def ends(self) -> frozenset[str]:
        """What became of the texts."""
        counts = {REFUSED: self.refused, KEPT: self.kept}
        return frozenset(end for end, count in counts.items() if count)

    def worst(self) -> None:
        """The worst of each kind in every field that takes words, and alone where few are taken."""
        free = [way for way in self.ways if not is_name(way) and self._takes_words(way)]
        strict = [way for way in self.ways if way not in free]
        for word in WORST:
            if free:
                self.case(dict.fromkeys(free, word))
            for way in strict:
                self.case({way: word})
        for way in self.ways:
            if is_name(way) or way[-1] in self.form.unread or self.form.name == "drafts.keep":
                continue
            kept = self.kept
            for char in ("\u0301\u0316",):
                self.case({way: char * (MEGA // len(char))})
            assert self.kept == kept, f"a million characters in {way}"

    def _takes_words(self, way: Way) -> bool:
        kept = self.kept
        self.case({way: "王 x,"})
        return self.kept > kept

    def case(self, typed: dict[Way, str]) -> None:
        """Give the texts in ``typed`` to their fields; all there is to say is asserted here."""
        arguments: dict[str, Any] = self.sample.given
        for way, value in typed.items():
            arguments = put(arguments, way, value)
        names_given = any(is_name(way) for way in typed)
        written: list[str] = []
        try:
            with _bound(self.house, written):
                result = _confirmed(self.sample)(**arguments)
        except UserError as error:
            self.refused += 1
            check_refusal(error, own_field=not names_given)
            return
        self.kept += 1
        if not names_given:
            self._is_kept_as_typed(typed, self.sample.read(result), written)
        self.house.put_back(self._prepared)

    def _is_kept_as_typed(self, typed: dict[Way, str], read: object, written: list[str]) -> None:
        if self.form.name != "drafts.keep":
            assert [value for value in written if text.storable(value) != value] == []
        found: dict[str, set[str]] = {}
        for name, value in said(read):
            found.setdefault(name, set()).add(value)
        for way, value in typed.items():
            self._is_kept(way, value, found)

    def _is_kept(self, way: Way, value: str, found: dict[str, set[str]]) -> None:
        names_ = [str(part) for part in way if isinstance(part, str)]
        name = names_[-1]
        if name in self.form.unread:
            return
        name = self.form.renamed.get(name, name)
        ways_to_keep = kept_as(value)
        if "" in ways_to_keep:
            return
        assert name in found, f"{self.form.name}: nothing reads {way} back"
        assert not ways_to_keep.isdisjoint(found[name]), (way, value, found[name])

    def _ways(self, sample: Sample) -> Iterator[Way]:
        hints = get_type_hints(sample.call)
        for name, value in sample.given.items():
            for way in texts(value, hints[name], (name,)):
                # Ids inside an input are made by the form; those asked for may come from anywhere.
                if len(way) == 1 or not is_name(way):
                    yield way


def _confirmed(sample: Sample) -> Callable[..., Any]:
    """The sample's call, of a person who has just typed the password once more."""
    service: Any = getattr(sample.call, "__self__")  # noqa: B009
    service.desk.confirmation.give()
    return sample.call


def is_name(way: Way) -> bool:
    """Whether a text is not written by a person: an id, a key the program made."""
    last = str([part for part in way if isinstance(part, str)][-1])
    return last == "id" or last.endswith("_id") or last in _KEYS


def check_refusal(error: UserError, *, own_field: bool) -> None:
    """A refusal says in both languages how to mend it, beside a field."""
    parts = error.errors if isinstance(error, InputErrors) else (error,)
    assert parts
    for part in parts:
        for language in Language:
            said_ = sentence(part, language)
            assert said_ != str(part), f"no sentence for {part.code}"
            assert 0 < len(said_) <= LONGEST_SENTENCE
            said_.encode()
        if own_field and not isinstance(part, _BESIDE_NO_FIELD):
            assert part.field, f"{part.code} stands beside no field"


def kept_as(value: str) -> set[str]:
    """Every documented normalisation of ``value``."""
    ways: tuple[Callable[[str], str], ...] = (
        lambda v: v,
        text.storable,
        text.line,
        text.note,
        lambda v: text.line(text.half_width(v)),
        names.parse,
        lambda v: phone.display(phone.normalise(v)),
        phone.normalise,
        lambda v: phone.masked(phone.normalise(v)),
        plate.normalise,
        lambda v: plate.display(plate.normalise(v)),
        vin.normalise,
        identity.normalise,
        lambda v: identity.masked(identity.normalise(v)),
        lambda v: identity.masked(identity.company_code(v)),
        tidy_login,
        lambda v: f"{Decimal(v):.2f}" if len(v) < 20 and Decimal(v) < 10**9 else v,
        lambda v: str(int(v)),
        # Without plate a car says so in words; nothing is kept then.
        lambda v: "" if plate.is_none_yet(v) else v,
        # A note to be seen at once is marked so by what it begins with.
        lambda v: text.note(v)[1:].lstrip() if text.note(v).startswith(("!", "！")) else v,
        # What a call heard stands as one of the seven facts of the ticket: its first line.
        lambda v: text.note(v).split("\n")[0],
        # The name of a file, wherever it lay.
        lambda v: text.line(v.replace("\\", "/").rpartition("/")[2]),
    )
    found = set()
    for way in ways:
        with suppress(UserError, ValueError, ArithmeticError):
            found.add(way(value))
    return found


@contextmanager
def _bound(house: House, written: list[str]) -> Iterator[None]:
    """Collects every text that is written to the store, drafts apart."""

    def before(_c: Any, _k: Any, statement: str, parameters: Any, *_: Any) -> None:
        if not statement.lstrip().upper().startswith(("INSERT", "UPDATE")):
            return
        rows = parameters if isinstance(parameters, list) else [parameters]
        for row in rows:
            values = row.values() if isinstance(row, dict) else row
            written.extend(value for value in values if isinstance(value, str))

    engine = house.desk.store.engine
    event.listen(engine, "before_cursor_execute", before)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", before)


def run_cases(tried: Tried, cases: int, part: int = 0, *, around: bool = False) -> None:
    """``cases`` generated fillings of the form: one field hostile, or all of them at once.

    The same ones each time; another ``part`` has others. ``around`` gives each generated filling
    to every field in turn: of a case half the time goes into making up its texts.
    """
    one = st.tuples(st.sampled_from(tried.ways), hostile()).map(lambda pair: {pair[0]: pair[1]})
    own = [way for way in tried.ways if not is_name(way)] or list(tried.ways)
    words = st.lists(short() | named(), min_size=len(own), max_size=len(own))
    every = words.map(lambda found: dict(zip(own, found, strict=True)))
    # Some at a time: half the time of a case would go into beginning one.
    fillings = st.lists(st.one_of(one, one, every), min_size=_AT_A_TIME, max_size=_AT_A_TIME)
    left = cases

    @seed(part)
    @settings(max_examples=-(-cases // _AT_A_TIME), **SETTLED)
    @given(fillings)
    def filled(all_typed: list[dict[Way, str]]) -> None:
        nonlocal left
        for typed in all_typed:
            for turned in list(_turns(typed, tried.ways, own) if around else [typed])[:left]:
                tried.case(turned)
                left -= 1
        if left <= 0:
            raise _EnoughError

    with suppress(_EnoughError):
        filled()


class _EnoughError(BaseException):
    """As many as were asked for; no failure of a case, which Hypothesis would look into."""


def _turns(
    typed: dict[Way, str], ways: tuple[Way, ...], own: list[Way]
) -> Iterator[dict[Way, str]]:
    """``typed``, then each of its texts one field further, until all have had it."""
    among = own if all(way in own for way in typed) else [way for way in ways if way not in own]
    for by in range(len(among)):
        yield {among[(among.index(way) + by) % len(among)]: value for way, value in typed.items()}


def parameters_of(method: Callable[..., Any]) -> dict[str, tuple[object, bool]]:
    """The parameters of a service call: declared type, and whether it must be given."""
    hints = get_type_hints(method)
    signature = inspect.signature(method)
    return {
        name: (hints[name], about.default is inspect.Parameter.empty)
        for name, about in signature.parameters.items()
        if name != "self"
    }
