"""Why a caller was turned away. The HTTP statuses of these codes are in ``http_errors``."""

from ..domain.errors import AfterwordError


class RefusedError(AfterwordError):
    """A request that reaches no handler."""

    code = "refused"


class WrongHostError(RefusedError):
    """The request was addressed to another name or port, as after DNS rebinding (T1)."""

    code = "wrong_host"

    def __init__(self) -> None:
        super().__init__("Afterword answers at its own address only.")


class ForeignCallerError(RefusedError):
    """Another site, or another program's page on this machine, made the browser send this (T2)."""

    code = "foreign_caller"

    def __init__(self) -> None:
        super().__init__("Afterword takes no requests from other pages or extensions.")


class NotJsonError(RefusedError):
    """The API takes JSON only: a form of another site can't send it unasked (T2)."""

    code = "not_json"

    def __init__(self) -> None:
        super().__init__("Send the body as application/json.")


class TooLargeError(RefusedError):
    """The body is over the limit (T11)."""

    code = "too_large"

    def __init__(self) -> None:
        super().__init__("This is more than 1 MB, which is more than Afterword takes at once. Shorten it.")


class NoTokenError(RefusedError):
    """No token, a wrong one, or one that was revoked (T5, T8)."""

    code = "not_paired"

    def __init__(self) -> None:
        super().__init__("This browser is not connected to Afterword. Connect it again from the extension.")


class NoCalendarTokenError(RefusedError):
    """The calendar feed asked for without its token, or with one that was revoked (T7)."""

    code = "no_calendar_token"

    def __init__(self) -> None:
        super().__init__("This calendar address is not good any more. Make a new one in the settings.")


class OtherExtensionError(RefusedError):
    """The token belongs to another extension (T4)."""

    code = "other_extension"

    def __init__(self) -> None:
        super().__init__("This connection belongs to another extension.")


class NotLoggedInError(RefusedError):
    """A page asked for without the cookie of a log-in (T5)."""

    code = "not_logged_in"

    def __init__(self) -> None:
        super().__init__(
            "This page opens from Afterword itself: run “afterword open”, or start Afterword again."
        )
