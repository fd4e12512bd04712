"""Figures: each with its measure, authority and period, its scale, and once only."""
