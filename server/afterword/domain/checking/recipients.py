"""A message about a new job on its way to the present employer (X22)."""

from collections.abc import Iterator

from ..drafts import Finding
from .message import Message


def check_recipients(message: Message) -> Iterator[Finding]:
    """One remark for each address in the user's own employer's domain or a subdomain of it."""
    domain = message.context.settings.current_employer_domain.strip().lower().lstrip("@.")
    if not domain:
        return
    for recipient in message.context.recipients:
        host = recipient.email.strip().lower().rpartition("@")[2]
        if host == domain or host.endswith("." + domain):
            why = f"{recipient.email} is an address of your present employer ({domain})."
            yield message.remark("X22", "warning", why, at_start=True)
