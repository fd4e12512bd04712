"""One authority on one date axis: ribbons above, panels beneath, and the same in words."""
