"""A chart as one picture with all its words in it, laid out anew for each size, as SVG and PNG, without a browser."""
