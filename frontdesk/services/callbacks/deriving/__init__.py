"""What falls due by the whole store: the rules of ``models.due_rules`` over what it holds.

``run`` puts it together, ``concerned`` says whom a look concerns, ``finding`` which calls are owed
and not there (``of_visits``, ``of_cars``, ``of_lists``), ``weighing`` what became of the calls that
are (``standing``: what ends a debt). What is found is written by ``making`` and ``settling``,
through ``hands``: in short acts, or inside the act of somebody else.
"""
