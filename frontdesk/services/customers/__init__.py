"""Customer files (客户档案, domain §2): who a customer is, their cars, and all that happened.

``inputs`` is what a form hands in and ``checks`` its rules, ``dto`` what a screen is given,
``listing``/``file``/``timeline``/``duplicates`` read, ``saving`` writes, ``service`` is the door.
"""
