"""A draft as a mail file that the user's own mail program opens, to be read and sent there."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from io import BytesIO

from flask import Blueprint, send_file
from werkzeug.wrappers import Response

from ..domain.records import Interviewer, Record
from ..domain.settings import Settings
from ..parts import parts_of_request
from .draft_desk import DraftDesk
from .draft_text_form import DraftTextForm
from .drafts import refused_text

LONGEST_NAME = 100  # characters, which every file system takes

draft_mail = Blueprint("draft_mail", __name__, url_prefix="/records/<record_id>/draft")


@draft_mail.post("/mail.eml")
def download(record_id: str) -> Response | tuple[str, int]:
    """The text as the user has it, as a file of RFC 5322."""
    desk = DraftDesk.of_request(record_id)
    form = DraftTextForm()
    if not form.validate_on_submit():
        return refused_text(desk, form)
    entry = form.entry()
    settings = parts_of_request().store.settings.get()
    message = mail_of(entry.subject or "", entry.text or "", to=desk.person, settings=settings)
    return send_file(
        BytesIO(message.as_bytes()),
        mimetype="message/rfc822",
        as_attachment=True,
        download_name=file_name(desk.record),
    )


def file_name(record: Record) -> str:
    """A name for the file; line ends would break the header it travels in, and slashes mean folders."""
    words = re.findall(r"[\w&'.,-]+", f"{record.company} {record.role}"[:LONGEST_NAME])
    return f"{' '.join(words).strip('.') or 'draft'}.eml"


def mail_of(subject: str, text: str, *, to: Interviewer | None, settings: Settings) -> EmailMessage:
    """An unsent mail; ``X-Unsent`` makes mail programs open it for writing instead of reading."""
    is_plain = all(address.isascii() for address in (settings.email, (to and to.email) or ""))
    message = EmailMessage(policy=SMTP if is_plain else SMTPUTF8)  # only the latter holds such an address
    message["Subject"] = " ".join(subject.split())
    if settings.email:
        message["From"] = _address(settings.name, settings.email)
    if to and to.email:
        message["To"] = _address(to.name, to.email)
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    return message


def _address(name: str, email: str) -> Address:
    """A name and an address for a header; a line break in either would start a header of its own."""
    username, _, domain = email.strip().rpartition("@")
    return Address(" ".join(name.split()), username, domain)
