"""New-car routine sheets: the routine calls of each delivered car, signed and checked."""
