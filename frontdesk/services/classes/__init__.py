"""Value classes, lost customers and badges (domain §2): computed at night and with each change.

``facts`` reads what they are told by, ``standing`` says what has changed and writes it, ``night``
goes over everybody in short transactions, ``one`` over who has just changed; ``service`` is the
door, ``at_desk`` what the reception is told.
"""
