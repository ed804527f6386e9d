"""What one act did to the rows of the store, kept so that all of it can be taken back exactly."""
