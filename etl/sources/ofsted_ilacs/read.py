"""Ofsted's history of inspections since 2018, without its titles."""

from etl.sources.ofsted_sheet import read as read
