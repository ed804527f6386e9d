"""Getting delivery sheets in: open the file, find its columns, check its rows, store them.

``files`` opens any sheet safely → ``headings`` finds the heading and what each column holds →
``rows`` turns rows into checked :class:`~frontdesk.services.exchange.delivery.DeliveryRow` or says
why not → ``delivery_import`` (the service) stores them in one transaction.
"""
