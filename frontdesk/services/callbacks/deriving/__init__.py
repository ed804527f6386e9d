"""What falls due by the whole store: the rules of ``models.due_rules`` in statements over sets.

``run`` puts it together, ``concerned`` says whom a look concerns, ``owed`` which calls are owed,
``weighing`` what became of the calls there are (``standing``: what ends a debt). What is found is
written by ``making`` and ``settling``, through ``hands``: in short acts, or inside the act of
somebody else.
"""
