"""``frontdesk check --proof``: is a proof pack as it was made? Needs neither store nor account."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.cli.context import CliContext

if TYPE_CHECKING:
    from frontdesk.services.complaints.proof_pack import ProofFound

_MOST_TOLD = 20


def check_proof(context: CliContext, options: Namespace) -> int:
    """Verify a pack; with an account its change log and the whole chain of the store as well.

    Returns:
        0 where everything fits, 1 where anything does not.
    """
    from frontdesk.services.complaints.proof_pack import verify
    from frontdesk.texts.proof import CHAIN_BROKEN, IN_TRAIL

    chain: tuple[str, ...] = ()
    if options.login:
        with context.signed_in(options) as services:
            found = services.proofs.compare(options.proof)
            chain = services.audit.verify().faults
    else:
        found = verify(options.proof)
    sound = _tell(found, context)
    if chain:
        print(CHAIN_BROKEN.in_(context.language), file=sys.stderr)
        for fault in chain[:_MOST_TOLD]:
            print(f"  {fault}", file=sys.stderr)
    elif options.login and sound:
        print(IN_TRAIL.in_(context.language))
    return 0 if sound and not chain else 1


def _tell(found: ProofFound, context: CliContext) -> bool:
    from frontdesk.texts.proof import FAULTS, SOUND, UNSOUND

    language = context.language
    if not found.faults:
        said = SOUND.in_(language)
        print(
            said.format(number=found.number, count=found.parts, by=found.made_by, at=found.made_at)
        )
        return True
    said = UNSOUND.in_(language)
    print(said.format(number=found.number, count=len(found.faults)), file=sys.stderr)
    for fault in found.faults[:_MOST_TOLD]:
        print("  " + FAULTS[fault.code].in_(language).format(part=fault.part), file=sys.stderr)
    return False
