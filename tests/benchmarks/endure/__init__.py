"""What the server endures: a long run of mixed visitors, files swapped under load, and floods; run by hand."""
