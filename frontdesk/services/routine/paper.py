"""The routine sheet as the printed form wants it."""

from __future__ import annotations

from frontdesk.clock import local
from frontdesk.errors import UserError
from frontdesk.language import Language
from frontdesk.models.call_outcomes import UNASKED
from frontdesk.models.enums import CallbackStatus
from frontdesk.models.values import plate as plates
from frontdesk.reports.inputs.common import Printed
from frontdesk.reports.inputs.routine import RoutineLine, RoutineSheet, Signed
from frontdesk.reports.labels_routine import Routine as Labels
from frontdesk.services.desk import Desk
from frontdesk.services.printed import letterhead
from frontdesk.services.routine.dto import RoutineCar, RoutineStage, Signature
from frontdesk.texts import sentence, term
from frontdesk.texts.routine import stage_name


def sheet_input(desk: Desk, car: RoutineCar, language: Language, copy: int) -> RoutineSheet:
    """The sheet of ``car`` as its ``copy``-th print; the number masked, times the desk's."""
    return RoutineSheet(
        customer=car.customer_name,
        customer_number=car.customer_number,
        delivered_on=car.delivered_on,
        dealership=letterhead(desk.profile),
        printed=Printed(copy, desk.actor.name, local(desk.now, desk.clock)),
        phone=car.phone,
        plate=plates.display(car.plate) if car.plate else "",
        vin=car.vin,
        car=car.model,
        consultant=car.consultant,
        lines=tuple(_line(stage, language) for stage in car.stages),
        signed=_signed(desk, car.signed),
        checked=_signed(desk, car.checked),
    )


def result_words(stage: RoutineStage, language: Language) -> str:
    """How a stage ended otherwise than by a call with its answers, in words; '' where so."""
    if stage.withdrawn_why is not None:
        return sentence(UserError(stage.withdrawn_why), language)
    if stage.status is CallbackStatus.DONE:
        unasked = stage.outcome if stage.outcome in UNASKED else None
        return "" if unasked is None else term(unasked, language)
    if stage.status is None:
        return ""
    if not stage.attempts:
        return "" if stage.status is CallbackStatus.DUE else term(stage.status, language)
    tried = Labels.ATTEMPTS.in_(language).format(n=stage.attempts)
    ended = term(stage.outcome, language) if stage.outcome else term(stage.status, language)
    return f"{ended}，{tried}" if language is Language.ZH_CN else f"{ended}, {tried}"


def _line(stage: RoutineStage, language: Language) -> RoutineLine:
    done = stage.status is CallbackStatus.DONE
    return RoutineLine(
        stage=stage_name(stage.key).in_(language),
        first=stage.first,
        last=stage.last,
        state=stage.state,
        done_on=stage.done_on if done else None,
        by=stage.by if done else "",
        number=stage.number,
        satisfaction=stage.satisfaction,
        score=stage.score,
        result=result_words(stage, language),
        words=stage.words,
    )


def _signed(desk: Desk, signature: Signature | None) -> Signed | None:
    if signature is None:
        return None
    return Signed(signature.by, local(signature.at, desk.clock), signature.note)
