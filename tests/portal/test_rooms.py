"""Who may touch what (DESIGN section 3)."""

import ast
import re
from pathlib import Path

import servanda_portal

PORTAL = Path(servanda_portal.__file__).parent
WRITES = re.compile(
    r"\.(save|delete|create|bulk_create|bulk_update|get_or_create|update_or_create)\(|\.objects\b.*\.update\("
)


def sources(*rooms):
    return [path for room in rooms for path in (PORTAL / room).rglob("*.py")]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_only_operations_write():
    for path in sources("pages", "queries", "commands"):
        assert not WRITES.search(path.read_text(encoding="utf-8")), path


def test_operations_know_nothing_of_http_templates_or_translation():
    forbidden = ("django.http", "django.template", "django.utils.translation", "django.shortcuts", "django.views")
    for path in sources("operations", "queries"):
        assert not [name for name in imports(path) if name.startswith(forbidden)], path


def test_tables_know_nothing_of_what_is_built_on_them():
    forbidden = tuple(f"servanda_portal.{room}" for room in ("operations", "queries", "pages", "commands"))
    for path in sources("register", "documents", "accounts"):
        assert not [name for name in imports(path) if name.startswith(forbidden)], path
