"""The floor: a select box and the charts of the authority page, drawn before, with nothing to look up."""

import json
import os
from pathlib import Path

import streamlit as st

charts = json.loads(Path(os.environ["FLOOR_CHARTS"]).read_text(encoding="utf-8"))
codes = json.loads(os.environ["FLOOR_CODES"])
asked = codes.get(st.query_params.get("authority", ""), next(iter(charts)))
name = st.selectbox("Local authority", list(charts), index=list(charts).index(asked), key=f"floor-{asked}")
st.title(name)
st.plotly_chart(charts[name], theme=None, alt=name, config={"displayModeBar": False})
