"""The intake tab (接待登记): from the car outside to the keys given back."""
