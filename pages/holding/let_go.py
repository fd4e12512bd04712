"""What the server itself holds of a session: uploads, files that were downloaded, buttons; counted, and let go of."""

from streamlit.runtime import exists, get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

BUTTON = "trigger_value"  # what Streamlit calls a value that is there for one run


def drop_upload(file_id: str) -> None:
    """Make the server let go of the bytes of an uploaded file: Streamlit keeps them while a session lives."""
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(session_id=context.session_id, file_id=file_id)


def waiting(session: str) -> int:
    """Count the files that the server holds of a session."""
    files = get_instance().uploaded_file_mgr if exists() else None
    return len(files.file_storage.get(session, {})) if isinstance(files, MemoryUploadedFileManager) else 0


def waiting_of_all() -> int:
    """Count the files that the server holds of all sessions."""
    files = get_instance().uploaded_file_mgr if exists() else None
    held = list(files.file_storage.values()) if isinstance(files, MemoryUploadedFileManager) else []
    return sum(map(len, held))


def let_go(session: str) -> None:
    """Make Streamlit drop what it holds of a session: uploads, and files that were downloaded."""
    if not exists():
        return
    runtime = get_instance()
    runtime.uploaded_file_mgr.remove_session_files(session)
    runtime.media_file_mgr.clear_session_refs(session)
    for _ in ("marked", "removed"):  # what was downloaded goes at the second turn only
        runtime.media_file_mgr.remove_orphaned_files()


def buttons() -> None:
    """Make Streamlit forget buttons that the page has no more: it would know each of them as long as a session lasts.

    A button for a file is another one for each authority, and a page has ten. Only buttons: what was chosen by other
    means may come back when the page does.
    """
    context = get_script_run_ctx()
    if context is None:
        return
    with context.session_state._lock:
        known = context.session_state._state._new_widget_state.widget_metadata
        there = context.shared.widget_ids_this_run.snapshot()
        for id in [id for id, each in known.items() if each.value_type == BUTTON and id not in there]:
            del known[id]
