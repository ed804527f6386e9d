"""Import of delivery sheets: choose a file, check its columns and rows, import, see what came.

``open_import(parent, context)`` in ``dialog`` shows it from any page.
"""
