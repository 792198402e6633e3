"""A real webmail to write in: Roundcube over PHP, Dovecot for IMAP and a sink that keeps what is sent.

Everything runs on ports that the system gives and in one folder, and ends with the test.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

PACKAGES = [
    "roundcube-core",
    "roundcube-sqlite3",
    "php-cli",
    "php-sqlite3",
    "php-mbstring",
    "php-intl",
    "php-xml",
    "dovecot-imapd",
]
ROUNDCUBE_FILES = Path("/var/lib/roundcube")
ROUNDCUBE_DEFAULTS = Path("/etc/roundcube")
MAIL_USER = "vmail"


class Sink:
    """An SMTP server that keeps each message it is given and sends nothing on."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Keep one message."""
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 Kept"


@dataclass(frozen=True)
class Roundcube:
    """A running Roundcube: any user name and any password log in."""

    address: str
    sent: list[EmailMessage]

    @property
    def compose_address(self) -> str:
        """The page on which a new message is written."""
        return f"{self.address}/?_task=mail&_action=compose"


def is_installed() -> bool:
    """Whether the programs that Roundcube needs are on this machine."""
    return ROUNDCUBE_FILES.is_dir() and all(shutil.which(p) for p in ("php", "dovecot"))


@contextmanager
def running_roundcube(folder: Path, *, html_editor: bool) -> Iterator[Roundcube]:
    """Start the three servers in ``folder`` and stop them at the end."""
    sink = Sink()
    smtp = Controller(sink, hostname="127.0.0.1", port=_free_port())
    smtp.start()
    imap_port, web_port = _free_port(), _free_port()
    _write_dovecot_config(folder, imap_port)
    _write_roundcube_config(folder, imap_port=imap_port, smtp_port=smtp.port, html_editor=html_editor)
    folder.chmod(0o755)  # Dovecot's helpers run as users of their own and must come to their files
    dovecot = subprocess.Popen(["dovecot", "-F", "-c", str(folder / "dovecot.conf")])
    php = subprocess.Popen(
        ["php", "-S", f"127.0.0.1:{web_port}", "-t", str(ROUNDCUBE_FILES)],
        env={**os.environ, "ROUNDCUBE_CONFIG_DIR": str(folder / "config"), "PHP_CLI_SERVER_WORKERS": "4"},
        cwd=ROUNDCUBE_FILES,
        stdout=(folder / "php.log").open("w"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        address = f"http://127.0.0.1:{web_port}"
        _wait_until_it_answers(address)
        _wait_for_port(imap_port)
        yield Roundcube(address, sink.messages)
    finally:
        os.killpg(php.pid, signal.SIGTERM)  # its workers too
        dovecot.terminate()
        smtp.stop()
        php.wait(timeout=10)
        dovecot.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _write_dovecot_config(folder: Path, port: int) -> None:
    try:
        pwd.getpwnam(MAIL_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--user-group", MAIL_USER], check=True)
    mail = folder / "mail"
    mail.mkdir()
    shutil.chown(mail, MAIL_USER, MAIL_USER)
    state = folder / "dovecot"
    (folder / "dovecot.conf").write_text(f"""
base_dir = {state}
state_dir = {state}/state
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{mail}/%u
first_valid_uid = 1
passdb {{
  driver = static
  args = nopassword=y
}}
userdb {{
  driver = static
  args = uid={MAIL_USER} gid={MAIL_USER} home={mail}/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
namespace inbox {{
  inbox = yes
  mailbox Drafts {{
    auto = subscribe
  }}
  mailbox Sent {{
    auto = subscribe
  }}
}}
""")


def _write_roundcube_config(folder: Path, *, imap_port: int, smtp_port: int, html_editor: bool) -> None:
    config = folder / "config"
    config.mkdir()
    for name in ("temp", "logs"):
        (folder / name).mkdir()
    (config / "config.inc.php").write_text(f"""<?php
$config = [
  'db_dsnw' => 'sqlite:///{folder}/roundcube.sqlite?mode=0600',
  'imap_host' => '127.0.0.1:{imap_port}',
  'smtp_host' => '127.0.0.1:{smtp_port}',
  'smtp_user' => '',
  'smtp_pass' => '',
  'des_key' => 'only-for-the-test-0123456',
  'plugins' => [],
  'skin' => 'elastic',
  'enable_spellcheck' => false,
  'temp_dir' => '{folder}/temp',
  'log_dir' => '{folder}/logs',
  'htmleditor' => {int(html_editor)},
  'drafts_mbox' => 'Drafts',
  'sent_mbox' => 'Sent',
];
""")
    for name in ("defaults.inc.php", "mimetypes.php"):
        shutil.copy(ROUNDCUBE_DEFAULTS / name, config / name)


def _wait_until_it_answers(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)  # PHP is still starting
    raise TimeoutError(f"Roundcube does not answer at {address}")


def _wait_for_port(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)  # Dovecot is still starting
    raise TimeoutError(f"Nothing listens at port {port}")
