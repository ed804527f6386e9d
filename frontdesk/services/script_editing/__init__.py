"""Scripts edited in the program: reading, checking, changing and publishing them."""
