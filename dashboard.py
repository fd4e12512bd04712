"""The dashboard: `streamlit run dashboard.py` serves it.

The script that runs for each visitor is pages/frame.py. Were it this file, Streamlit would take the folder
pages/ beside it for pages of its own kind, and the first visitor after a start who follows a link to a page
would be told that the page does not exist.
"""

import streamlit as st
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from pages.by_address.previews.document import Previews
from pages.by_address.routes import routes
from pages.guarded.door import Door
from pages.guarded.draining import ENDING
from pages.guarded.life import life
from pages.guarded.policy import Policy
from pages.holding.let_go import waiting, waiting_of_all
from pages.served import Scripts
from pages.visitor_figures.upload_limit import UploadLimit

# A visitor's file never touches the disk: above this size, which is over the limit of uploads, it would be spooled.
MultiPartParser.spool_max_size = 8_000_000

by_address = routes()
middleware = [
    Middleware(Policy),
    Middleware(Door, connections=ENDING.connections),
    Middleware(UploadLimit, waiting=waiting, of_all=waiting_of_all),
    Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
    Middleware(Scripts),
    Middleware(Previews, routes=by_address),
]
app = st.App("pages/frame.py", middleware=middleware, routes=by_address, lifespan=life)
