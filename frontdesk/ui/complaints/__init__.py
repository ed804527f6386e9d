"""The complaints tab: list, ticket, registration."""
