"""What the program is built of: what is locked, what is installed, under which licence."""
