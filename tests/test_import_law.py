"""The law of the house, read from the source itself: who may import whom, how long things are, what is said of them.

Each test goes through all files and names whoever offends.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles

from pages.places import FRAMED, PLACES
from tests.etl.test_snapshot import committed

ROOT = Path(__file__).parents[1]
OURS = {"data", "etl", "queries", "pages", "dashboard", "tests"}
# The folders of pages that several pages share; every other folder is a page.
TOGETHER = ("charts", "choosing", "holding", "showing", "takeaway")


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


CHARTS, CHOOSING, HOLDING, SHOWING, TAKEAWAY = (modules(f"pages/{folder}") for folder in TOGETHER)
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
    {*CHOOSING, *HOLDING, *SHOWING, DATABASE, READER, *(path for folder in PAGES.values() for path in folder)}
    - set(SCRIPTS)
)
FRAMES = [ROOT / "dashboard.py", ROOT / "pages" / "frame.py"]
LIBRARY = modules("data", "etl", "queries") + CHARTS + SHARED + TAKEAWAY
EVERYTHING = sorted({*modules("data", "etl", "queries", "pages"), ROOT / "dashboard.py"})


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


@cache
def imports(path: Path) -> frozenset[str]:
    """Name every module that a module imports, wherever in it: 'pages.charts', 'duckdb', 'etl.errors'."""
    found: set[str] = set()
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
    return frozenset(found)


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
    """Name what is left when all that imports nothing more, or that nothing more imports, is taken away again."""
    left = dict(between)
    while free := {name for name, others in left.items() if not others & left.keys()} | (
        left.keys() - set().union(*left.values())
    ):
        left = {name: others - free for name, others in left.items() if name not in free}
    return sorted(left)


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}) == ["b", "c"]
    assert seen_from("x", {"x.p.a": {"x.q"}, "x.q": {"x.p.b"}, "x.p.b": set()}) == {"x.p": {"x.q"}, "x.q": {"x.p"}}


def test_no_circle_among_files_or_folders() -> None:
    for top in ("data", "etl", "queries", "pages"):
        between = arrows(ROOT / top)
        assert len(between) > 5 and any(between.values())
        assert circle(between) == []
        folders = {module.rpartition(".")[0] for module in between} | {top}
        circles = {each: circle(seen_from(each, between)) for each in folders if each.startswith(top)}
        assert {each: found for each, found in circles.items() if found} == {}


def test_there_is_something_to_judge() -> None:
    assert len(LIBRARY) > 300 and len(SCRIPTS) > 10 and len(CHARTS) > 50
    assert all(path.exists() for path in EVERYTHING)


def strangers(paths: Iterable[Path], allowed: Callable[[str], bool]) -> dict[str, list[str]]:
    """Name for each module what it imports and may not."""
    found = {name(path): sorted(module for module in imports(path) if not allowed(module)) for path in paths}
    return {path: modules for path, modules in found.items() if modules}


def only(*ours: str, never: Iterable[str] = ()) -> Callable[[str], bool]:
    """Allow of our own modules those named with what is below them, and of libraries all but those named."""

    def allowed(module: str) -> bool:
        if module.split(".")[0] in OURS:
            # `pages` itself is named by `from pages import charts`, and says nothing
            return any(
                module == each or module.startswith(f"{each}.") or each.startswith(f"{module}.") for each in ours
            )
        return module.split(".")[0] not in never

    return allowed


def test_each_layer_imports_only_what_lies_below_it() -> None:
    assert strangers(modules("data"), only("data")) == {}
    assert strangers(modules("etl"), only("data", "etl")) == {}
    assert strangers(modules("queries"), only("data", "queries")) == {}
    assert strangers(CHARTS, only("data", "pages.charts", "queries.rows", never=("streamlit", "duckdb"))) == {}
    takes = only("data", "pages.takeaway", "pages.charts.words", never=("streamlit", "duckdb", "plotly"))
    assert strangers(TAKEAWAY, takes) == {}
    assert strangers(SCRIPTS, only("data", "pages", "queries", never=("duckdb", "pandas", "numpy", "plotly"))) == {}


def users(library: str, paths: Iterable[Path] = EVERYTHING) -> set[str]:
    return {name(path) for path in paths if any(module.split(".")[0] == library for module in imports(path))}


def test_each_library_stays_where_it_belongs() -> None:
    server = [ROOT / "pages" / each for each in ("served.py", "by_address/stage.py", "guarded/connections.py")]
    assert users("streamlit") <= {name(path) for path in [*SHARED, *SCRIPTS, *FRAMES, *server]}
    assert users("plotly") <= {name(path) for path in modules("pages/charts/plotly")}
    assert users("duckdb") <= {name(path) for path in [*modules("etl", "queries"), DATABASE]}
    assert users("openpyxl") == set()  # it writes by temporary files


def test_whoever_writes_a_workbook_writes_it_by_the_one_guarded_way() -> None:
    users = {name(path) for path in EVERYTHING if "xlsxwriter.Workbook" in _taken_from(path, "xlsxwriter")}
    assert users == {"data/spreadsheet.py"}
    spelt = re.compile(r"zipfile\.ZipFile\([^)]*\"w\"|csv\.writer\(")
    writers = {name(path) for path in SHARED + TAKEAWAY if spelt.search(text(path))}
    assert writers == {"pages/takeaway/csv.py", "pages/takeaway/zip.py"}


def _taken_from(path: Path, module: str) -> set[str]:
    return {
        f"{module}.{alias.name}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }


def test_pages_open_the_doors_of_etl_each_behind_one_module() -> None:
    doors = {
        "pages/database.py": {"etl.build", "etl.errors"},
        "pages/reader.py": {"etl.read"},
    }
    found = strangers(modules("pages"), lambda module: module.split(".")[0] != "etl" or module == "etl")
    assert {path: set(taken) for path, taken in found.items()} == doors


# What a page may take from another's folder: the pack of a visitor's own figures draws a picture as the page of
# pictures does; the series behind a claim is drawn for a question too; what stands out of an
# authority, and when it was visited, stands on its own page too; one authority's event is one of all cases'.
DOORS = {
    "around": {"pages.around.choices"},
    "authority": {"pages.authority.key", "pages.authority.panel", "pages.authority.shown"},
    "claims": {"pages.claims.beside", "pages.claims.drawing"},
    "demand": {"pages.demand.answer", "pages.demand.measures"},
    "england": {
        "pages.england.asked",
        "pages.england.claims",
        "pages.england.show",
        "pages.england.views",
        "pages.england.words",
    },
    "picture": {"pages.picture.pictures", "pages.picture.views"},
    "ofsted": {"pages.ofsted.visits"},
    "stands_out": {"pages.stands_out.top"},
}


def folder_of(module: str) -> str:
    return module.split(".")[1] if module.startswith("pages.") else ""


def test_no_page_reaches_into_the_folder_of_another_but_by_a_door() -> None:
    for own, paths in PAGES.items():

        def allowed(module: str, own: str = own) -> bool:
            folder = folder_of(module)
            return folder not in PAGES or folder == own or module in {*DOORS.get(folder, ()), f"pages.{folder}"}

        assert strangers(paths, allowed) == {}


def test_what_pages_share_knows_no_page() -> None:
    together = CHOOSING + HOLDING + SHOWING + CHARTS + TAKEAWAY
    assert strangers(together, lambda module: folder_of(module) not in PAGES) == {}


def test_what_flows_through_pages_and_questions_has_a_type() -> None:
    assert [name(path) for path in modules("pages", "queries") if re.search(r"\bdict\[str, Any\]", text(path))] == []


def test_page_scripts_are_short_and_hold_no_lambda() -> None:
    assert too_long(SCRIPTS, 100) == {}
    # a lambda as the words of a widget would keep every variable of the page, own figures too, while a session lives
    holders = [name(path) for path in SCRIPTS if any(isinstance(node, ast.Lambda) for node in ast.walk(tree(path)))]
    assert holders == []


def too_long(paths: Iterable[Path], most: int) -> dict[str, int]:
    lengths = {name(path): len(text(path).splitlines()) for path in paths}
    return {path: lines for path, lines in lengths.items() if lines > most}


def test_modules_are_short() -> None:
    assert too_long(FRAMES, 45) == {}
    assert too_long(EVERYTHING, 200) == {}
    assert too_long(STATEMENTS, 200) == {}


def bodies() -> dict[str, int]:
    """Count the lines of each function's body, its docstring left out."""
    found = {}
    for path in EVERYTHING:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                found[f"{name(path)}:{node.lineno} {node.name}"] = lines
    return found


def test_functions_are_short() -> None:
    lengths = bodies()
    assert len(lengths) > 1500
    assert median(lengths.values()) <= 6
    assert quantiles(lengths.values(), n=10)[-1] <= 20
    assert {function: lines for function, lines in lengths.items() if lines > 30} == {}


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


def numbers(path: Path) -> Iterator[tuple[int, int, str]]:
    """Name the constants of a module that are numbers, or several, with the first and the last of their lines."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).strip("()").isupper():
            value = node.value.args[0] if isinstance(node.value, ast.Call) and node.value.args else node.value
            parts = value.elts if isinstance(value, ast.Tuple) else [value]
            if all(isinstance(part, ast.Constant) and type(part.value) in (int, float) for part in parts) and parts:
                yield node.lineno, node.end_lineno or 0, ast.unparse(node.targets[0])


def test_every_number_says_why() -> None:
    """On its line, or on the line before."""
    found = {f"{name(path)}: {said}": text(path).splitlines()[first - 2 : last]
             for path in EVERYTHING for first, last, said in numbers(path)}  # fmt: skip
    assert len(found) > 300
    assert [said for said, (before, *lines) in found.items()
            if not before.startswith("#") and not any("  #" in line for line in lines)] == []  # fmt: skip


def test_everything_public_says_what_it_is() -> None:
    assert [each for path in EVERYTHING for each in undocumented(path)] == []


STATEMENTS = sorted(path for folder in ("etl", "queries") for path in (ROOT / folder).rglob("*.sql"))


def test_every_query_says_first_what_its_rows_are() -> None:
    assert len(STATEMENTS) > 100
    assert [name(path) for path in STATEMENTS if not re.match(r"-- \S.*[.:,;\w]\n", text(path))] == []


def test_what_the_readme_names_is_there() -> None:
    """Every path, picture and command of it, of the threats and of what changed, from the top or within the reader."""
    said = "".join(text(ROOT / each) for each in ("README.md", "SECURITY.md", "CHANGELOG.md"))
    paths = set(re.findall(r"`((?:[\w.]+/)+[\w.]*|\w+\.(?:py|sql|toml|md))`|\]\(((?:\w+/)+[\w.]+)\)", said))
    made = {".venv/bin/", "data/raw", "data/dashboard.duckdb"}  # by whoever installs, brings or builds
    each_page = {"views.py", "choices.py", "page.py", "__init__.py"}
    named = {one or other for one, other in paths} - made - each_page
    assert len(named) > 50 and {name(path) for path in (ROOT / "pages" / "pictures").iterdir()} <= named
    assert "Open Government Licence" in said and "Decisions worth an argument" in said
    rooms = [ROOT / room for room in ("", "data", "etl/reader", "queries", "tests", "pages", "pages/charts")]
    assert [path for path in sorted(named) if not any((room / path).exists() for room in rooms)] == []
    commands = set(re.findall(r"python -m etl (\w+)", said))
    assert len(commands) > 5
    assert [command for command in commands if f'"{command}"' not in text(ROOT / "etl" / "__main__.py")] == []
    parts = set(re.findall(r"python -m tests\.benchmarks ([a-z]\S*)`", said))
    assert parts and [part for part in parts if f'"{part}":' not in text(ROOT / "tests/benchmarks/__main__.py")] == []
    within = set(re.findall(r"python -m ([\w.]+\w)|pytest (tests/[\w/]+)\.py|(tests/[\w/]+)\.py`", said))
    asked = {"".join(each).replace("/", ".") for each in within} - {"venv"}
    assert asked > {"etl", "tests.benchmarks"} and [each for each in asked if not is_module(each)] == []
    settings = set(re.findall(r"DASHBOARD_[A-Z_]+", said))
    assert len(settings) > 4 and [each for each in settings if not any(each in text(path) for path in EVERYTHING)] == []


def test_the_readme_says_what_every_page_answers() -> None:
    section = text(ROOT / "README.md").partition("## The pages\n")[2].partition("\n## ")[0]
    assert [place.title for place in PLACES if place.title not in section and place.address != FRAMED] == []


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
