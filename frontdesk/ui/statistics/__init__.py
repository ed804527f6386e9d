"""The statistics tab."""
