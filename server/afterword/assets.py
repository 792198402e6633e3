"""The one locator of the folders that travel with the program: ``extension`` and ``shared_templates``."""

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent.parent


def asset_folder(name: Literal["extension", "shared_templates"]) -> Path:
    """The folder as the installed package carries it, else as it lies in the checkout.

    Raises:
        FileNotFoundError: neither is there; the installation is broken.
    """
    for home in (PACKAGE / "bundled", CHECKOUT):
        if (home / name).is_dir():
            return home / name
    message = f"The folder {name} is missing. Install Afterword again."
    raise FileNotFoundError(message)
