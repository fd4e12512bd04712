"""The reader of visitors' spreadsheets: `door` reads one, and needs no Streamlit."""
