"""Words with a meaning here: authorities, measures, headings, titles."""
