"""What calls come to: figures with their n, scores, incentives, and what is printed of them."""
