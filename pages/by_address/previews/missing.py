"""What is said where there is no page."""

from pages.served import base

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>There is no such page – Children's services in England</title><meta name="robots" content="noindex">
<style>:root { color-scheme: light dark; } body { font: 1.1rem/1.5 Arial, Helvetica, sans-serif; max-width: 34rem;
margin: 4rem auto; padding: 0 1rem; } a { color: LinkText; }</style></head>
<body><main><h1>There is no such page</h1>
<p>The address may be mistyped, or be of a page that has another address now.</p>
<p><a href="{under}/">Children's services in England: every judgement and intervention</a></p></main></body></html>
"""


def missing() -> str:
    """Write the page, which leads to the first one wherever on its host the dashboard stands."""
    return PAGE.replace("{under}", base())
