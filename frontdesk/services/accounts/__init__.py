"""Who may sign in, and how the store is opened by it."""
