"""Use your own figures: a spreadsheet of the visitor's set beside the published series, for this session only."""

from pages.holding import held
from pages.visitor_figures import upload

upload.page(held.mine())
