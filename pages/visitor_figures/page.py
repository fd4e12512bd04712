"""Use your own figures: a spreadsheet of the visitor's set beside the published series, for this session only."""

from pages.visitor_figures import held, upload

upload.page(held.mine())
