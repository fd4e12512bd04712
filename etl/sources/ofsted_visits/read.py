"""Ofsted's lists of a year's inspections and visits, without their titles."""

from etl.sources.ofsted_sheet import read as read
