"""Frozen inputs of the printed forms. Cheap to import: nothing here touches the PDF library."""

from __future__ import annotations

from frontdesk.reports.inputs.common import Dealership, FiveWTwoH, Printed
from frontdesk.reports.inputs.complaint import (
    Acknowledgement,
    Action,
    Approval,
    ClockFace,
    ComplaintForm,
    Dispatch,
    Entry,
    Filing,
    FollowUp,
    Judgement,
    Opinion,
    Pause,
    Penalty,
    Registration,
    Return,
    SignOff,
    StepTime,
)
from frontdesk.reports.inputs.intake import (
    AddedLine,
    ChangeLine,
    IntakeSheet,
    MarkLine,
    PhotoLine,
    WorkLine,
)
from frontdesk.reports.inputs.recovery import RecoverySheet
from frontdesk.reports.inputs.statistics import StatisticsForm, StatisticsRow

__all__ = [
    "Acknowledgement",
    "Action",
    "AddedLine",
    "Approval",
    "ChangeLine",
    "ClockFace",
    "ComplaintForm",
    "Dealership",
    "Dispatch",
    "Entry",
    "Filing",
    "FiveWTwoH",
    "FollowUp",
    "IntakeSheet",
    "Judgement",
    "MarkLine",
    "Opinion",
    "Pause",
    "Penalty",
    "PhotoLine",
    "Printed",
    "RecoverySheet",
    "Registration",
    "Return",
    "SignOff",
    "StatisticsForm",
    "StatisticsRow",
    "StepTime",
    "WorkLine",
]
