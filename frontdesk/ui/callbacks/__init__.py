"""The callbacks tab (回访): the queue and the call."""
