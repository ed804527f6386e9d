"""The audit trail on screen: a part of the settings, for those who may see it."""
