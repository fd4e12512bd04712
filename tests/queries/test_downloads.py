"""The law of the questions, for those behind downloads and about the data."""
