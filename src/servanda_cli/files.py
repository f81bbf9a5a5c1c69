"""Go through files and folders, one document at a time, saying in one line what could not be read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from servanda.lexicon.language import Language
from servanda.text.document import Document
from servanda.text.loaders import UnreadableError, load_path, readable_files
from servanda_cli.telling import tell


class Files:
    """The files behind some paths. ``unreadable`` counts those that could not be read, once they were gone through."""

    def __init__(self, paths: Iterable[Path], language: Language | None) -> None:
        self._language = language
        self.unreadable = 0
        self._files: list[tuple[Path, str]] = []
        for path in paths:
            if path.is_dir():
                inside = readable_files(path)
                self._files += [(file, file.relative_to(path).as_posix()) for file in inside]
                if not inside:
                    self._refuse(f"{path}: no file to read in this folder")
            else:
                self._files.append((path, path.name))

    def __len__(self) -> int:
        return len(self._files)

    def documents(self) -> Iterator[Document]:
        """Yield the documents in order, loading each when it is asked for."""
        for path, name in self._files:
            try:
                yield load_path(path, name=name, language=self._language)
            except UnreadableError as error:
                self._refuse(str(error))

    def _refuse(self, line: str) -> None:
        self.unreadable += 1
        tell(line)
