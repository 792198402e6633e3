"""What can go wrong between the program and its files, in sentences for people."""

import errno

from ..domain.errors import AfterwordError

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class StorageError(AfterwordError):
    """A file could not be read or written; what was kept before is still kept."""

    code = "storage"

    @classmethod
    def of_writing(cls, error: OSError) -> "StorageError":
        """The sentence for a write that failed; nothing of it remains."""
        if error.errno in _FULL:
            return cls("The disk is full, so nothing was changed. Free some space and try again.")
        if error.errno in _FORBIDDEN:
            return cls(
                "Afterword may not write to its data folder, so nothing was changed. "
                "Check the folder's permissions and try again."
            )
        return cls(f"Saving failed ({error.strerror or error}), so nothing was changed. Try again.")

    @classmethod
    def of_reading(cls, error: OSError) -> "StorageError":
        """The sentence for a file that is there and that the system does not let us read."""
        return cls(
            f"Afterword can't read its data file ({error.strerror or error}). "
            "Check the permissions of the data folder and start again."
        )


class UnreadableFileError(StorageError):
    """The file's content is not what Afterword writes: cut off, damaged or edited by hand."""

    code = "unreadable_file"


class NewerSchemaError(StorageError):
    """The file was written by a newer Afterword; opening it here could lose what this one does not know."""

    code = "newer_data"


class AlreadyRunningError(AfterwordError):
    """Another Afterword has this data folder open. ``address`` is its page, once it has told it."""

    code = "already_running"

    def __init__(self, address: str | None) -> None:
        where = f" at {address}" if address else ""
        super().__init__(f"Afterword is already running{where}. Use that one, or stop it first.")
        self.address = address
