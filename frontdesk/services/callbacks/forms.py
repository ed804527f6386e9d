"""Under which names half-typed forms of a call are kept; both are kept per call.

Answers, note and half-typed ticket are part of the call itself (``CallbackService.keep``).
"""

from __future__ import annotations

ATTEMPT_FORM = "callback.attempt"
"""The time agreed and the note of an attempt."""
END_FORM = "callback.end"
"""What a finished call leaves behind: whether thanks go out, the day of the next maintenance."""
REASON_FORM = "callback.reason"
"""Why the call is made outside the hours for calls."""
