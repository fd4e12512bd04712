"""The law of the house, read from the source itself: who may import whom, how long things are, what is said of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.etl.test_snapshot import committed

ROOT = Path(__file__).parents[1]
OURS = {"data", "etl", "queries", "pages", "dashboard", "tests"}
# The folders of pages that several pages share; every other folder is a page.
TOGETHER = {"charts", "choosing", "showing", "takeaway"}


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


CHARTS, TAKEAWAY, CHOOSING, SHOWING = (
    modules(f"pages/{folder}") for folder in ("charts", "takeaway", "choosing", "showing")
)
PAGES = {
    path.name: modules(f"pages/{path.name}")
    for path in sorted((ROOT / "pages").iterdir())
    if path.is_dir() and path.name not in TOGETHER and (path / "page.py").exists()
}
# The scripts that run when a visitor opens a page; the frame for other sites is a page of the folder of pictures.
SCRIPTS = sorted(path for path in (ROOT / "pages").glob("*/*.py") if path.name in ("page.py", "embed.py"))
DATABASE = ROOT / "pages" / "database.py"
READER = ROOT / "pages" / "reader.py"
SHARED = sorted(
    {*CHOOSING, *SHOWING, DATABASE, READER, *(path for folder in PAGES.values() for path in folder)} - set(SCRIPTS)
)
FRAMES = [path for path in (ROOT / "dashboard.py", ROOT / "pages" / "frame.py") if path.exists()]
LIBRARY = modules("data", "etl", "queries") + CHARTS + SHARED + TAKEAWAY
EVERYTHING = LIBRARY + SCRIPTS + FRAMES


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Name every module that a module imports, wherever in it: 'pages.charts', 'duckdb', 'etl.errors'."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} has a relative import"
            found |= {str(node.module)} | {
                f"{node.module}.{alias.name}" for alias in node.names if is_module(f"{node.module}.{alias.name}")
            }
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            raise AssertionError(f"{name(path)} imports by a text")
    return found


def is_module(dotted: str) -> bool:
    path = ROOT.joinpath(*dotted.split("."))
    return path.with_suffix(".py").exists() or path.is_dir()


def tops(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imports(path)}


def arrows(top: Path) -> dict[str, set[str]]:
    """Say for each module below a folder which others there it imports, `TYPE_CHECKING` counted."""
    inside = {dotted(path): path for path in top.rglob("*.py")}
    return {module: (imports(path) & inside.keys()) - {module} for module, path in inside.items()}


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def seen_from(folder: str, between: dict[str, set[str]]) -> dict[str, set[str]]:
    """Draw the arrows between what lies directly in a folder: its files, and its folders each as a whole."""
    depth = folder.count(".") + 2
    found: dict[str, set[str]] = {}
    for module, others in between.items():
        if module.startswith(f"{folder}."):
            child = ".".join(module.split(".")[:depth])
            there = {".".join(other.split(".")[:depth]) for other in others if other.startswith(f"{folder}.")}
            found.setdefault(child, set()).update(there - {child})
    return found


def circle(between: dict[str, set[str]]) -> list[str]:
    """Name what is left when all that imports nothing more is taken away again and again: the circles."""
    left = dict(between)
    while free := [name for name, others in left.items() if not others & left.keys()]:
        left = {name: others for name, others in left.items() if name not in free}
    return sorted(left)


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["a", "b", "c"]
    assert seen_from("x", {"x.p.a": {"x.q"}, "x.q": {"x.p.b"}, "x.p.b": set()}) == {"x.p": {"x.q"}, "x.q": {"x.p"}}


@pytest.mark.parametrize("folder", ["etl.reader"])
def test_no_circle_among_files_or_folders(folder: str) -> None:
    between = arrows(ROOT.joinpath(*folder.split(".")))
    assert len(between) > 20 and any(between.values())
    assert circle(between) == []
    folders = {module.rpartition(".")[0] for module in between} | {folder}
    assert {each: circle(seen_from(each, between)) for each in folders if each.startswith(folder)} == {
        each: [] for each in folders if each.startswith(folder)
    }


def test_there_is_something_to_judge() -> None:
    assert len(LIBRARY) > 15
    assert all(path.exists() for path in EVERYTHING)


@pytest.mark.parametrize("path", modules("data"), ids=name)
def test_data_imports_nothing_of_ours_but_data(path: Path) -> None:
    assert tops(path) & OURS <= {"data"}


@pytest.mark.parametrize("path", modules("etl"), ids=name)
def test_etl_imports_only_data_and_etl(path: Path) -> None:
    assert tops(path) & OURS <= {"data", "etl"}


@pytest.mark.parametrize("path", modules("queries"), ids=name)
def test_queries_import_only_data_and_queries(path: Path) -> None:
    assert tops(path) & OURS <= {"data", "queries"}


@pytest.mark.parametrize("path", CHARTS, ids=name)
def test_charts_import_only_data_charts_and_plotly(path: Path) -> None:
    ours = {module for module in imports(path) if module.split(".")[0] in OURS} - {"pages", "queries"}
    strange = [module for module in ours if not module.startswith(("data", "pages.charts", "queries.rows"))]
    assert strange == []
    assert tops(path) & {"streamlit", "duckdb", "etl"} == set()


@pytest.mark.parametrize("path", TAKEAWAY, ids=name)
def test_takeaway_imports_only_data_words_and_takeaway(path: Path) -> None:
    ours = {module for module in imports(path) if module.split(".")[0] in OURS} - {"pages", "pages.charts"}
    allowed = ("data", "pages.takeaway", "pages.charts.words")
    assert [module for module in ours if not module.startswith(allowed)] == []
    assert tops(path) & {"streamlit", "duckdb", "plotly"} == set()


def test_whoever_writes_a_workbook_writes_it_by_the_one_guarded_way() -> None:
    users = {name(path) for path in EVERYTHING if "xlsxwriter.Workbook" in _taken_from(path, "xlsxwriter")}
    assert users == {"data/spreadsheet.py"}
    assert {name(path) for path in EVERYTHING if "openpyxl" in tops(path)} == set()  # it writes by temporary files
    spelt = re.compile(r"zipfile\.ZipFile\([^)]*\"w\"|csv\.writer\(")
    writers = {name(path) for path in SHARED + TAKEAWAY if spelt.search(path.read_text(encoding="utf-8"))}
    assert writers == {"pages/takeaway/csv.py", "pages/takeaway/zip.py"}


def _taken_from(path: Path, module: str) -> set[str]:
    return {
        f"{module}.{alias.name}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }


@pytest.mark.parametrize("path", SHARED, ids=name)
def test_pages_open_the_doors_of_etl_each_behind_one_module(path: Path) -> None:
    doors = {
        "pages/database.py": {"etl.build", "etl.errors"},
        "pages/reader.py": {"etl.read", "etl.errors"},
    }
    of_etl = {module for module in imports(path) if module.split(".")[0] == "etl"} - {"etl"}
    assert of_etl <= doors.get(name(path), set())


# What a page may take from another's folder: a visitor's own figures stand on charts of other pages, and their pack
# draws a picture as the page of pictures does; what stands out of an authority stands on its own page too.
DOORS = {
    "picture": {"pages.picture.pictures", "pages.picture.views", "pages.picture.take_away"},
    "ofsted": {"pages.ofsted.visits"},
    "stands_out": {"pages.stands_out.top"},
    "visitor_figures": {
        "pages.visitor_figures.held",
        "pages.visitor_figures.figures",
        "pages.visitor_figures.picture",
    },
}


@pytest.mark.parametrize("own", PAGES)
def test_no_page_reaches_into_the_folder_of_another_but_by_a_door(own: str) -> None:
    for path in PAGES[own]:
        others = {module for module in imports(path) if module.startswith("pages.") and module.count(".") == 2}
        strange = {
            module
            for module in others
            if (folder := module.split(".")[1]) in PAGES and folder != own and module not in DOORS.get(folder, set())
        }
        assert strange == set(), name(path)


@pytest.mark.parametrize("path", CHOOSING + SHOWING + CHARTS + TAKEAWAY, ids=name)
def test_what_pages_share_knows_no_page(path: Path) -> None:
    known = {module for module in imports(path) if module.startswith("pages.") and module.split(".")[1] in PAGES}
    assert known <= SHARED_KNOWS.get(name(path), set())


SHARED_KNOWS: dict[str, set[str]] = {}


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_page_scripts_carry_no_data_themselves(path: Path) -> None:
    assert tops(path) & {"duckdb", "pandas", "numpy", "plotly", "etl"} == set()


def test_streamlit_stays_with_the_pages() -> None:
    users = {name(path) for path in EVERYTHING if "streamlit" in tops(path)}
    assert users <= {name(path) for path in SHARED + SCRIPTS + FRAMES}


def test_plotly_stays_with_its_renderer() -> None:
    users = {name(path) for path in EVERYTHING if "plotly" in tops(path)}
    assert users <= {name(path) for path in modules("pages/charts/plotly")}


def test_duckdb_stays_with_etl_and_queries() -> None:
    users = {path for path in EVERYTHING if "duckdb" in tops(path)}
    allowed = {*modules("etl", "queries"), DATABASE}
    assert {name(path) for path in users - allowed} == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=name)
def test_page_scripts_are_short_and_hold_no_lambda(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 100
    # a lambda as the words of a widget would keep every variable of the page, own figures too, while a session lives
    assert [node for node in ast.walk(tree(path)) if isinstance(node, ast.Lambda)] == []


@pytest.mark.parametrize("path", FRAMES, ids=name)
def test_dashboard_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 45


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_modules_and_functions_are_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 200 or path.match("queries/__init__.py")  # one declaration per question
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= 40, f"{name(path)}: {node.name} has {length} lines"


def undocumented(path: Path) -> Iterator[str]:
    """Name what is public in a module and has no docstring; an empty module has nothing to say."""
    module = tree(path)
    if not module.body:
        return
    if not ast.get_docstring(module):
        yield name(path)
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if node in inner(module):
                continue
            if not ast.get_docstring(node):
                yield f"{name(path)}: {node.name}"


def inner(module: ast.Module) -> set[ast.AST]:
    """Find the functions within functions, which are nobody else's business."""
    return {
        nested
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for nested in ast.walk(node)
        if nested is not node
    }


@pytest.mark.parametrize("path", LIBRARY + SCRIPTS + FRAMES, ids=name)
def test_everything_public_says_what_it_is(path: Path) -> None:
    assert list(undocumented(path)) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "etl").rglob("*.sql")) + sorted((ROOT / "queries").rglob("*.sql")), ids=name
)
def test_every_query_says_first_what_its_rows_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"-- \S.*[.:,;\w]\n", text), text.splitlines()[:1]
    assert len(text.splitlines()) <= 200


def test_what_the_readme_names_in_the_code_is_there() -> None:
    named = set(
        re.findall(r"`((?:etl|pages|queries|tests)/[\w./]+)`", (ROOT / "README.md").read_text(encoding="utf-8"))
    )
    assert len(named) > 10
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_nothing_is_called_utils() -> None:
    empty_names = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert [name(path) for path in committed() if {path.stem, *path.relative_to(ROOT).parts} & empty_names] == []


def test_nothing_names_a_place_on_one_machine() -> None:
    places = re.compile(rb"(?<![\w.:/])/(?:work|root|home|opt|tmp|mnt|Users)/\w")
    found = [
        f"{name(path)}: {match[0].decode()}"
        for path in committed()
        if path.suffix in {".py", ".sql", ".toml", ".md", ".csv", ".txt", ".yml", ".yaml"}
        for match in places.finditer(path.read_bytes())
    ]
    assert found == []
