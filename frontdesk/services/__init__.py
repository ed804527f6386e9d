"""What people do at the desk, one service per activity, reached through ``Services``."""
