"""What the dealership keeps: mapped classes, closed lists, and rules that belong to one record."""
