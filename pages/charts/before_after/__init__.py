"""Before and after an event: what is drawn, and what is said of it."""
