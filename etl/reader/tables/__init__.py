"""Where tables are, and what their columns and rows are for."""
