"""Lists of visits for whoever answers for them: all, declined, come back, and behind the figure."""
