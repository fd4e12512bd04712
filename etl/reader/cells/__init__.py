"""What one cell says by itself: its name, its text, a number with its look, a sign."""
