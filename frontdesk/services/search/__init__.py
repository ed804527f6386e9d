"""The one search box: any part of plate, phone, name, pinyin, VIN, file, order or ticket number.

``text`` makes the searchable line of a file, ``index`` keeps it, ``query`` plans and asks,
``service`` dresses what was found for the screen.
"""
