"""Ofsted's tables of the latest judgements on 31 March, without their titles."""

from etl.sources.ofsted_sheet import read as read
