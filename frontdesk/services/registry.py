"""All services of one signed-in person; each is imported only when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.services.desk import Desk

if TYPE_CHECKING:
    from frontdesk.services.accounts.service import AccountService
    from frontdesk.services.appointments.service import AppointmentService
    from frontdesk.services.audit.service import AuditService
    from frontdesk.services.backups.service import BackupService
    from frontdesk.services.call_figures.service import CallFigures
    from frontdesk.services.callbacks.lists import CallListService
    from frontdesk.services.callbacks.service import CallbackService
    from frontdesk.services.callbacks.sharing_service import SharingService
    from frontdesk.services.check_in.service import CheckInService
    from frontdesk.services.classes.service import ClassService
    from frontdesk.services.complaints.after import AfterService
    from frontdesk.services.complaints.categories import CategoryService
    from frontdesk.services.complaints.incoming import IncomingService
    from frontdesk.services.complaints.proof import ProofService
    from frontdesk.services.complaints.service import ComplaintService
    from frontdesk.services.customers.service import CustomerService
    from frontdesk.services.data import DataService
    from frontdesk.services.drafts import DraftService
    from frontdesk.services.evidence.service import EvidenceService
    from frontdesk.services.exchange.service import ExchangeService
    from frontdesk.services.intake.service import IntakeService
    from frontdesk.services.intake.terms import TermsService
    from frontdesk.services.merging.service import MergingService
    from frontdesk.services.outbox.service import OutboxService
    from frontdesk.services.personal_data.service import PersonalDataService
    from frontdesk.services.prices.service import PriceService
    from frontdesk.services.routine.service import RoutineService
    from frontdesk.services.script_editing.service import ScriptService
    from frontdesk.services.search.service import SearchService
    from frontdesk.services.segments.service import SegmentService
    from frontdesk.services.settings import SettingsService
    from frontdesk.services.spot_checks.service import SpotCheckService
    from frontdesk.services.statistics.service import StatisticsService
    from frontdesk.services.today.service import TodayService
    from frontdesk.services.visit_lists.service import VisitListService


class Services:
    """Lazily built services over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def accounts(self) -> AccountService:
        """Staff accounts and passwords."""
        from frontdesk.services.accounts.service import AccountService

        return AccountService(self.desk)

    @cached_property
    def backups(self) -> BackupService:
        """Backups by themselves and by hand, and their second place."""
        from frontdesk.services.backups.service import BackupService

        return BackupService(self.desk)

    @cached_property
    def settings(self) -> SettingsService:
        """The dealership's profile and the figures in force."""
        from frontdesk.services.settings import SettingsService

        return SettingsService(self.desk)

    @cached_property
    def data(self) -> DataService:
        """Where the data lies, and whether it is sound."""
        from frontdesk.services.data import DataService

        return DataService(self.desk)

    @cached_property
    def drafts(self) -> DraftService:
        """Half-typed forms of the signed-in person."""
        from frontdesk.services.drafts import DraftService

        return DraftService(self.desk)

    @cached_property
    def outbox(self) -> OutboxService:
        """Messages to customers that wait to be sent."""
        from frontdesk.services.outbox.service import OutboxService

        return OutboxService(self.desk)

    @cached_property
    def routine(self) -> RoutineService:
        """New-car routine sheets."""
        from frontdesk.services.routine.service import RoutineService

        return RoutineService(self.desk)

    @cached_property
    def spot_checks(self) -> SpotCheckService:
        """Calls that are looked at again."""
        from frontdesk.services.spot_checks.service import SpotCheckService

        return SpotCheckService(self.desk)

    @cached_property
    def search(self) -> SearchService:
        """The one search box."""
        from frontdesk.services.search.service import SearchService

        return SearchService(self.desk)

    @cached_property
    def customers(self) -> CustomerService:
        """Customer files and cars."""
        from frontdesk.services.customers.service import CustomerService

        return CustomerService(self.desk)

    @cached_property
    def merging(self) -> MergingService:
        """Files of one customer that are two."""
        from frontdesk.services.merging.service import MergingService

        return MergingService(self.desk)

    @cached_property
    def classes(self) -> ClassService:
        """Value classes, badges and the lost."""
        from frontdesk.services.classes.service import ClassService

        return ClassService(self.desk)

    @cached_property
    def segments(self) -> SegmentService:
        """Choices of customers, kept by name."""
        from frontdesk.services.segments.service import SegmentService

        return SegmentService(self.desk)

    @cached_property
    def personal_data(self) -> PersonalDataService:
        """Copies of a person's data, deletion, retention."""
        from frontdesk.services.personal_data.service import PersonalDataService

        return PersonalDataService(self.desk)

    @cached_property
    def exchange(self) -> ExchangeService:
        """Import of delivery sheets."""
        from frontdesk.services.exchange.service import ExchangeService

        return ExchangeService(self.desk)

    @cached_property
    def intake(self) -> IntakeService:
        """Visits from arrival to hand-over."""
        from frontdesk.services.intake.service import IntakeService

        return IntakeService(self.desk)

    @cached_property
    def terms(self) -> TermsService:
        """The terms on the intake sheet."""
        from frontdesk.services.intake.terms import TermsService

        return TermsService(self.desk)

    @cached_property
    def visit_lists(self) -> VisitListService:
        """Lists of visits, and those behind the first-time-fix figure."""
        from frontdesk.services.visit_lists.service import VisitListService

        return VisitListService(self.desk)

    @cached_property
    def prices(self) -> PriceService:
        """The price list."""
        from frontdesk.services.prices.service import PriceService

        return PriceService(self.desk)

    @cached_property
    def appointments(self) -> AppointmentService:
        """The board of appointments."""
        from frontdesk.services.appointments.service import AppointmentService

        return AppointmentService(self.desk)

    @cached_property
    def check_in(self) -> CheckInService:
        """How long customers stand at the desk."""
        from frontdesk.services.check_in.service import CheckInService

        return CheckInService(self.desk)

    @cached_property
    def callbacks(self) -> CallbackService:
        """Calls that are due."""
        from frontdesk.services.callbacks.service import CallbackService

        return CallbackService(self.desk)

    @cached_property
    def sharing(self) -> SharingService:
        """Who has which calls and new customers."""
        from frontdesk.services.callbacks.sharing_service import SharingService

        return SharingService(self.desk)

    @cached_property
    def call_lists(self) -> CallListService:
        """Lists of customers to be called."""
        from frontdesk.services.callbacks.lists import CallListService

        return CallListService(self.desk)

    @cached_property
    def complaints(self) -> ComplaintService:
        """Complaint tickets."""
        from frontdesk.services.complaints.service import ComplaintService

        return ComplaintService(self.desk)

    @cached_property
    def after(self) -> AfterService:
        """What follows from complaints: actions, penalties, the month's review."""
        from frontdesk.services.complaints.after import AfterService

        return AfterService(self.desk)

    @cached_property
    def incoming(self) -> IncomingService:
        """Calls that come in."""
        from frontdesk.services.complaints.incoming import IncomingService

        return IncomingService(self.desk)

    @cached_property
    def categories(self) -> CategoryService:
        """What complaints are about, to be edited."""
        from frontdesk.services.complaints.categories import CategoryService

        return CategoryService(self.desk)

    @cached_property
    def evidence(self) -> EvidenceService:
        """Photos, scans and recordings of a record."""
        from frontdesk.services.evidence.service import EvidenceService

        return EvidenceService(self.desk)

    @cached_property
    def statistics(self) -> StatisticsService:
        """Figures of a period."""
        from frontdesk.services.statistics.service import StatisticsService

        return StatisticsService(self.desk)

    @cached_property
    def call_figures(self) -> CallFigures:
        """Figures, scores and paper of calls."""
        from frontdesk.services.call_figures.service import CallFigures

        return CallFigures(self.desk)

    @cached_property
    def scripts(self) -> ScriptService:
        """The scripts of calls, to be edited."""
        from frontdesk.services.script_editing.service import ScriptService

        return ScriptService(self.desk)

    @cached_property
    def today(self) -> TodayService:
        """What waits for the signed-in person."""
        from frontdesk.services.today.service import TodayService

        return TodayService(self.desk)

    @cached_property
    def audit(self) -> AuditService:
        """The audit trail."""
        from frontdesk.services.audit.service import AuditService

        return AuditService(self.desk)

    @cached_property
    def proofs(self) -> ProofService:
        """Proof packs of complaints."""
        from frontdesk.services.complaints.proof import ProofService

        return ProofService(self.desk)
