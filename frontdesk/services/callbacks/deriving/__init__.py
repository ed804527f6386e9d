"""What falls due by the whole store: the rules of ``models.due_rules`` in statements over sets.

``run`` puts it together, ``owed`` says which calls are owed, ``making`` makes those there are not,
``standing`` says what ends a debt, ``settling`` withdraws, brings back and moves what is open.
"""
