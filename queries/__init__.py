"""The questions that pages may ask: a folder a subject, one declaration and one .sql file a question."""
