"""Every state that a power cut could leave of a folder, from the system calls of a program that worked in it.

strace records the calls; the model below replays them. A power cut may come after any call. What was synced
by then is there. Of the rest, the changes of names are there up to some point, in their order, as journals
keep them; and the contents are there wholly, not at all, up to the middle of the last write, or as zeros of
the right length.
"""

import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

CALLS = (
    "openat,open,creat,write,lseek,ftruncate,fsync,fdatasync,close,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat"
)

Contents = Literal["none", "all", "torn", "zeros"]
Files = dict[str, bytes]


@dataclass(eq=False)
class File:
    """An inode: what is on the disk for sure, and what was written since the last sync."""

    synced: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(
        default_factory=list
    )  # offset and data; None cuts off there

    def content(self, contents: Contents) -> bytes:
        if contents == "none" or not self.pending:
            return self.synced
        if contents == "torn":
            offset, data = self.pending[-1]
            last = (offset, data[: len(data) // 2] if data is not None else b"")
            return _written(self.synced, [*self.pending[:-1], last])
        whole = _written(self.synced, self.pending)
        return whole if contents == "all" else self.synced + bytes(max(0, len(whole) - len(self.synced)))

    def sync(self) -> None:
        self.synced = self.content("all")
        self.pending.clear()


@dataclass(frozen=True)
class NameChange:
    """A name that points to a file from now on, or, with None, to nothing."""

    folder: str
    names: tuple[tuple[str, File | None], ...]


@dataclass
class Folder:
    """A folder's names as the program sees them, and which of their changes are synced."""

    root: str
    names: dict[str, File] = field(default_factory=dict)
    synced_names: dict[str, File] = field(default_factory=dict)
    pending: list[NameChange] = field(default_factory=list)

    def change(self, *names: tuple[str, File | None]) -> None:
        """One call's changes of names, which a journal keeps together."""
        changed = NameChange(str(Path(names[-1][0]).parent), names)
        self.pending.append(changed)
        _apply(changed, self.names)

    def sync(self, folder: str) -> None:
        for changed in [c for c in self.pending if c.folder == folder]:
            _apply(changed, self.synced_names)
            self.pending.remove(changed)

    def states(self) -> Iterator[Files]:
        """What could be on the disk if the power went now."""
        for kept, contents in itertools.product(
            range(len(self.pending) + 1), ("none", "all", "torn", "zeros")
        ):
            names = dict(self.synced_names)
            for changed in self.pending[:kept]:
                _apply(changed, names)
            yield {name: file.content(contents) for name, file in names.items()}


@dataclass
class Trace:
    """Replays a recording call by call."""

    folder: Folder
    acknowledged: list[str] = field(default_factory=list)
    _files: dict[int, File] = field(default_factory=dict)
    _folders: dict[int, str] = field(default_factory=dict)
    _offsets: dict[int, int] = field(default_factory=dict)

    def replay(self, call: str, arguments: str, result: int) -> None:
        handler = getattr(self, f"_{call.removesuffix('at').removesuffix('at2').removeprefix('fdata')}", None)
        if handler and result >= 0:
            handler(arguments, result)

    def _open(self, arguments: str, descriptor: int) -> None:
        self._close(f"{descriptor}", 0)
        path = _texts(arguments)[0].decode()
        if "O_DIRECTORY" in arguments or Path(path).is_dir():
            self._folders[descriptor] = path
            return
        if not path.startswith(f"{self.folder.root}/"):
            return
        if path not in self.folder.names:
            self.folder.change((path, File()))
        file = self._files[descriptor] = self.folder.names[path]
        self._offsets[descriptor] = 0
        if "O_TRUNC" in arguments:
            file.pending.append((0, None))

    def _write(self, arguments: str, length: int) -> None:
        descriptor = int(arguments.partition(",")[0])
        data = _texts(arguments)[0][:length]
        if descriptor == sys.__stdout__.fileno():
            self.acknowledged += data.decode().split()
        elif descriptor in self._files:
            self._files[descriptor].pending.append((self._offsets[descriptor], data))
            self._offsets[descriptor] += length

    def _lseek(self, arguments: str, offset: int) -> None:
        self._offsets[int(arguments.partition(",")[0])] = offset

    def _ftruncate(self, arguments: str, _: int) -> None:
        descriptor, length = (int(number) for number in arguments.split(","))
        self._files[descriptor].pending.append((length, None))

    def _fsync(self, arguments: str, _: int) -> None:
        descriptor = int(arguments)
        if descriptor in self._files:
            self._files[descriptor].sync()
        elif descriptor in self._folders:
            self.folder.sync(self._folders[descriptor])

    _sync = _fsync

    def _close(self, arguments: str, _: int) -> None:
        for table in (self._files, self._folders, self._offsets):
            table.pop(int(arguments), None)

    def _rename(self, arguments: str, _: int) -> None:
        old, new = (text.decode() for text in _texts(arguments))
        if old in self.folder.names:
            self.folder.change((old, None), (new, self.folder.names[old]))

    def _link(self, arguments: str, _: int) -> None:
        old, new = (text.decode() for text in _texts(arguments))
        if old in self.folder.names:
            self.folder.change((new, self.folder.names[old]))

    def _unlink(self, arguments: str, _: int) -> None:
        path = _texts(arguments)[0].decode()
        if path in self.folder.names:
            self.folder.change((path, None))


def record(program: str, folder: Path, log: Path) -> list[tuple[str, str, int]]:
    """Run a program on the folder under strace; its calls as name, arguments and result."""
    strace = ["strace", "-f", "-xx", "-s", "10000000", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run(
        [*strace, sys.executable, "-c", program, str(folder)],
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": ":".join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    found = (re.match(r"\d+ +(\w+)\((.*)\) += (-?\d+)", line) for line in log.read_text().splitlines())
    return [(call[1], call[2], int(call[3])) for call in found if call]


def explore(
    calls: list[tuple[str, str, int]], folder: Path, before: Files
) -> Iterator[tuple[Files, tuple[str, ...]]]:
    """Each state once, with the words the program had printed by then; the last is the folder as it is."""
    files = {name: File(content) for name, content in before.items()}
    trace = Trace(Folder(str(folder), dict(files), dict(files)))
    seen: set[tuple[object, ...]] = set()
    for call in calls:
        trace.replay(*call)
        printed = tuple(trace.acknowledged)
        for state in trace.folder.states():
            key = (len(printed), *sorted(state.items()))
            if key not in seen:
                seen.add(key)
                yield state, printed
    yield {name: file.content("all") for name, file in trace.folder.names.items()}, tuple(trace.acknowledged)


def files_in(folder: Path) -> Files:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rebuilt(state: Files, folder: Path, place: Path, then: Callable[[Path], object]) -> object:
    """What ``then`` makes of a state, put into a folder of its own."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, content in state.items():
        path = place / Path(name).relative_to(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return then(place)


def _apply(changed: NameChange, names: dict[str, File]) -> None:
    for name, file in changed.names:
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _written(content: bytes, writes: list[tuple[int, bytes | None]]) -> bytes:
    for offset, data in writes:
        if data is None:
            content = content[:offset].ljust(offset, b"\0")
        else:
            content = content[:offset].ljust(offset, b"\0") + data + content[offset + len(data) :]
    return content


def _texts(arguments: str) -> list[bytes]:
    return [
        bytes.fromhex(text.replace("\\x", "")) for text in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', arguments)
    ]
