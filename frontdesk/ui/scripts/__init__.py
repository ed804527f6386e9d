"""Call scripts, edited: a part of the settings."""
