"""Messages to customers that wait to be sent."""
