"""Customer files (客户档案): the list at the left, one file at the right, in place.

``page`` decides; ``list_pane``, ``file_pane``, ``head``, the forms and ``past`` build and show.
"""
