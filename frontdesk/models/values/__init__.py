"""Checked values: what may be stored of a phone, plate, VIN, ID number or name.

Pure functions. Each takes what a person typed or a sheet held, generously, and gives back the one
form that is stored, or raises :class:`~frontdesk.errors.UserError` whose sentence
(``frontdesk.texts.values``) says how to mend it. ``field`` names the input the sentence stands
beside. Use them by module: ``phone.parse(...)``, ``plate.display(...)``, ``vin.parse(...)``.
"""
