"""How a date of publication is written, which is known as exactly as it is known."""

from calendar import month_name


def published(when: str) -> str:
    """Write a date of publication, as exactly as known: '2025', '2026-02', '2025-09-25'; or a span, '2025 to 2026'."""
    if " to " in when:
        return " to ".join(map(published, when.split(" to ")))
    year, *rest = when.split("-")
    if not rest:
        return year
    month = f"{month_name[int(rest[0])]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month
