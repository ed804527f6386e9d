"""Segments (domain §2): a choice of customers by what they and their cars are.

``inputs`` is what is asked for, ``matching`` says it to the store, ``telling`` says it in words,
``counting`` counts and lists, ``keeping`` saves under a name, ``service`` is the door.
"""
