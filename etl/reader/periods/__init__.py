"""Periods: the ways of writing them, what a table's dates mean, and one period out of all that is said."""
