"""Staff accounts: made and changed by the administrator, each with its own slot to the store."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from frontdesk.clock import local
from frontdesk.errors import Conflict, InputErrors, NotFound, UserError
from frontdesk.language import Language
from frontdesk.models.enums import Role
from frontdesk.models.staff import StaffMember
from frontdesk.reports.inputs.recovery import RecoverySheet
from frontdesk.services.accounts.dto import Account, AccountInput, Colleague
from frontdesk.services.accounts.guard import try_again
from frontdesk.services.accounts.passwords import check_password, staff_name, tidy_login
from frontdesk.services.desk import Change, Desk, UnitOfWork
from frontdesk.services.drafts import drop_draft
from frontdesk.services.permissions import Act, Permission, confirmed, requires
from frontdesk.services.printed import PrintedForm, letterhead
from frontdesk.store.keys import RECOVERY_SLOT, KeyFile, changing, new_recovery_code, put_back

ACCOUNT_FORM = "settings.account"
"""The name of a form's draft; its subject is the account's id, '' for a new one."""


class AccountService:
    """Who may sign in and as what."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @requires(Permission.SIGNED_IN)
    def colleagues(self, *roles: Role) -> tuple[Colleague, ...]:
        """Active staff who hold any of ``roles`` (all staff without roles), by name."""
        wanted = frozenset(roles)
        with self.desk.read() as session:
            return tuple(
                Colleague(staff.id, staff.name, staff.roles, staff.department)
                for staff in session.scalars(
                    select(StaffMember).where(StaffMember.active).order_by(StaffMember.name)
                )
                if not wanted or not wanted.isdisjoint(staff.roles)
            )

    @requires(Permission.MANAGE_STAFF)
    def list(self) -> tuple[Account, ...]:
        """Every account, closed ones last."""
        with self.desk.read() as session:
            return tuple(
                _account(staff)
                for staff in session.scalars(
                    select(StaffMember).order_by(StaffMember.active.desc(), StaffMember.login)
                )
            )

    @requires(Permission.MANAGE_STAFF)
    def create(self, typed: AccountInput, password: str) -> str:
        """Open an account; its id. The password is temporary: the person chooses their own.

        Raises:
            UserError: an input is missing or taken, or the password too weak; ``field`` says which.
        """
        login, name = _checked(typed, password, self._known_of(typed.login, typed.name))
        with self.desk.write() as work:
            if _by_login(work.session, login) is not None:
                raise UserError("account.login_taken", field="login", login=login)
            staff = StaffMember(login=login, name=name, department=typed.department)
            staff.roles = typed.roles
            work.session.add(staff)
            work.session.flush()
            work.audit("account.create", "staff", staff.id, login=login, roles=sorted(typed.roles))
            work.changed(Change.STAFF)
            drop_draft(work, ACCOUNT_FORM)
            # Inside the transaction: an account without a slot could never sign in.
            self._give_slot(work, login, password, temporary=True)
            return staff.id

    @requires(Permission.MANAGE_STAFF)
    def update(self, account_id: str, typed: AccountInput, version: int) -> None:
        """Change name, roles, department, or close the account. The login name stays.

        Raises:
            Conflict: someone else saved it meanwhile.
            ConfirmationNeeded: it closes the account, and the password was not typed lately.
            UserError: it would leave the dealership without an administrator or general manager.
        """
        _, name = _checked(typed)
        with self.desk.write() as work:
            staff = work.session.get(StaffMember, account_id)
            if staff is None:
                raise NotFound("record.not_found")
            if staff.version != version:
                raise Conflict("record.changed_meanwhile")
            before = _account(staff)
            staff.name, staff.department = name, typed.department
            staff.roles, staff.active = typed.roles, typed.active
            if typed.roles != before.roles:
                # Roles are rows of their own: the account's version must move with them.
                flag_modified(staff, "name")
            _someone_left(work.session)
            if before.active and not typed.active:
                self.desk.confirm_fresh(Act.CLOSE_ACCOUNT)
            work.audit(
                "account.change",
                "staff",
                staff.id,
                before=_said(before),
                after=_said(_account(staff)),
            )
            work.changed(Change.STAFF)
            drop_draft(work, ACCOUNT_FORM, account_id)

    @requires(Permission.MANAGE_STAFF)
    @confirmed(Act.RESET_PASSWORD)
    def reset_password(self, account_id: str, password: str) -> None:
        """Give a person who forgot theirs a temporary password; the old one is never revealed.

        It opens once: at the next sign-in they choose their own, which nobody else knows.

        Raises:
            UserError: it is too weak.
            ConfirmationNeeded: the administrator's own password was not typed lately.
        """
        with self.desk.write() as work:
            staff = work.session.get(StaffMember, account_id)
            if staff is None:
                raise NotFound("record.not_found")
            check_password(password, *self._known_of(staff.login, staff.name))
            work.audit("account.reset_password", "staff", staff.id)
            self._give_slot(work, staff.login, password, temporary=True)

    @requires(Permission.SIGNED_IN)
    def confirm(self, password: str) -> None:
        """The signed-in person types the password again; weighty acts go through for a while.

        Raises:
            UserError: it is not right (``field`` is ``password``).
        """
        try_again(self.desk, password, refused="confirm.wrong", field="password")
        self.desk.confirmation.give()

    @requires(Permission.SIGNED_IN)
    def change_password(self, old: str, new: str) -> None:
        """Change the signed-in person's own password.

        Raises:
            UserError: ``old`` is not right, or ``new`` too weak.
        """
        login = self.desk.actor.login
        try_again(self.desk, old, refused="password.old_wrong", field="old_password")
        check_password(new, *self._known_of(login, self.desk.actor.name))
        with self.desk.write() as work:
            work.audit("account.change_password", "staff", self.desk.actor.id)
            self._give_slot(work, login, new)

    @requires(Permission.MANAGE_SETTINGS)
    @confirmed(Act.NEW_RECOVERY_SHEET)
    def new_recovery_sheet(self) -> str:
        """A new recovery code for a new sheet; the old sheet opens nothing from now on."""
        code = new_recovery_code()
        with self.desk.write() as work:
            work.audit("account.new_recovery_sheet", "store", "")
            self._give_slot(work, RECOVERY_SLOT, code)
        return code

    @requires(Permission.MANAGE_SETTINGS)
    def recovery_sheet(self, code: str, language: Language) -> PrintedForm:
        """The sheet for the safe. ``code`` was given once by set-up or ``new_recovery_sheet``."""
        from frontdesk.reports.recovery_sheet import render

        desk = self.desk
        sheet = RecoverySheet(
            dealership=letterhead(desk.profile),
            key=code,
            made_at=local(desk.now, desk.clock),
            made_by=desk.actor.name,
        )
        with desk.write() as work:
            work.audit("account.print_recovery_sheet", "store", "")
        return PrintedForm(render(sheet, language), "frontdesk-recovery.pdf")

    def _known_of(self, login: str, name: str) -> tuple[str, ...]:
        """What everyone knows of a person, and hence no part of a good password."""
        profile = self.desk.profile
        phones = (profile.service_phone, profile.booking_phone, profile.rescue_phone)
        return (login, name, profile.name, *phones)

    def _give_slot(
        self, work: UnitOfWork, name: str, secret: str, *, temporary: bool = False
    ) -> None:
        store = self.desk.store
        before = KeyFile.load(store.folder).slots.get(name)
        # A password said not to be changed must not be: the commit may still fail.
        work.if_not_kept(lambda: put_back(store.folder, name, before))
        with changing(store.folder) as slots:
            slots.add(name, secret, store.key, temporary=temporary)


def _checked(
    typed: AccountInput, password: str | None = None, known: Sequence[str] = ()
) -> tuple[str, str]:
    """Login and the person's name as kept. Raises whatever is at fault, all at once."""
    faults: list[UserError] = []
    login = name = ""
    try:
        login = tidy_login(typed.login)
    except UserError as fault:
        faults.append(fault)
    try:
        name = staff_name(typed.name)
    except UserError as fault:
        faults.append(fault)
    if not typed.roles:
        faults.append(UserError("account.roles_missing", field="roles"))
    if password is not None:
        try:
            check_password(password, *known)
        except UserError as fault:
            faults.append(fault)
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    return login, name


def _by_login(session: Session, login: str) -> StaffMember | None:
    return session.scalars(select(StaffMember).where(StaffMember.login == login)).one_or_none()


def _someone_left(session: Session) -> None:
    session.flush()
    active = session.scalars(select(StaffMember).where(StaffMember.active)).all()
    for role in (Role.ADMINISTRATOR, Role.GENERAL_MANAGER):
        if not any(role in staff.roles for staff in active):
            raise UserError("account.last_of_role", field="roles", role=role)


def _account(staff: StaffMember) -> Account:
    return Account(
        id=staff.id,
        version=staff.version,
        login=staff.login,
        name=staff.name,
        roles=staff.roles,
        department=staff.department,
        active=staff.active,
    )


def _said(account: Account) -> dict[str, object]:
    return {
        "name": account.name,
        "roles": sorted(account.roles),
        "department": account.department,
        "active": account.active,
    }
