#!/usr/bin/env python3
"""Write the zips for the Chrome, Edge and Firefox stores into dist/, from the one folder extension/.

Each store's manifest leaves out what that store objects to. The same sources give the same bytes.
"""

import json
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = ROOT / "extension"
DIST = ROOT / "dist"
NOT_SHIPPED = {".ts"}  # types, for the checks only
# The oldest moment that a zip can tell: the day of packaging must not change the bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
READABLE_FILE = 0o644 << 16

Manifest = dict[str, Any]


def for_chromium(manifest: Manifest) -> Manifest:
    """Chrome and Edge: without Firefox's background scripts and settings."""
    kept = {key: value for key, value in manifest.items() if key != "browser_specific_settings"}
    return {**kept, "background": _without(manifest["background"], "scripts")}


def for_firefox(manifest: Manifest) -> Manifest:
    """Firefox: without the service worker, which its store's check warns of, and Chrome's version."""
    kept = _without(manifest, "minimum_chrome_version")
    return {**kept, "background": _without(manifest["background"], "service_worker")}


STORES = {"chrome": for_chromium, "edge": for_chromium, "firefox": for_firefox}


def package(store: str, folder: Path) -> Path:
    """Write one store's zip into a folder and return it."""
    manifest = json.loads((EXTENSION / "manifest.json").read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"afterword-{manifest['version']}-{store}.zip"
    shipped = json.dumps(STORES[store](manifest), indent=2, ensure_ascii=False) + "\n"
    # Stored, not compressed: compressors differ from one machine to the next, and the stores compress anyway.
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for file in _shipped_files():
            name = file.relative_to(EXTENSION).as_posix()
            content = shipped.encode() if name == "manifest.json" else file.read_bytes()
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.external_attr = READABLE_FILE
            entry.create_system = 3  # else Windows and Unix would differ
            archive.writestr(entry, content)
    return target


def _shipped_files() -> list[Path]:
    files = (file for file in EXTENSION.rglob("*") if file.is_file() and file.suffix not in NOT_SHIPPED)
    return sorted(file for file in files if not file.name.startswith("."))


def _without(mapping: Manifest, key: str) -> Manifest:
    return {each: value for each, value in mapping.items() if each != key}


def main() -> None:
    """Write all zips and say where they are."""
    for store in STORES:
        print(package(store, DIST).relative_to(ROOT))


if __name__ == "__main__":
    main()
