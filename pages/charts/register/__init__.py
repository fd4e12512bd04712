"""The register of government intervention: bars, marks, lengths, and what is not certain."""
