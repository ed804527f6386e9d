"""The house around the tabs: signing in, search, tabs, status, account, keys."""
