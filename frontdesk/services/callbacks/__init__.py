"""Callbacks (回访): what falls due, the queue, the call and what comes of it (domain §4).

``CallbackService`` is ``services.callbacks``. What other services need inside their own
transaction stands in ``falls_due``; what is said in a call in ``wording``.
"""
