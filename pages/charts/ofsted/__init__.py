"""Ofsted's judgements: of one authority, and of all."""
