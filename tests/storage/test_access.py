"""Who may in: tokens that are nowhere on disk, codes that are good once, two processes on one file."""

import hashlib
import hmac
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from afterword.domain.errors import NotFoundError
from afterword.storage.access import AccessStore
from afterword.storage.errors import UnreadableFileError

_CREATE_MANY = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from afterword.storage.access import AccessStore

access = AccessStore(Path(sys.argv[1]), now=lambda: datetime.now(UTC))
for number in range(50):
    print(access.create_pairing(f"other {number}")[1], flush=True)
"""


@pytest.fixture
def access(folder, clock) -> AccessStore:
    return AccessStore(folder, now=clock)


def test_T5_a_token_has_256_bits_and_neither_it_nor_a_code_is_on_disk(access, folder):
    _, token = access.create_pairing("Firefox")
    code = access.create_login_code()
    calendar = access.create_calendar_token()

    on_disk = (folder / "access.json").read_text()

    assert len(token) == len(code) == len(calendar) == 43
    assert not any(secret in on_disk for secret in (token, code, calendar))
    assert (folder / "access.json").stat().st_mode & 0o777 == 0o600


def test_a_pairing_is_found_by_its_token_and_by_no_other_text(access):
    pairing, token = access.create_pairing("Firefox")
    access.create_pairing("Chrome")

    assert access.find_pairing(token) == pairing
    assert (
        access.find_pairing("") is access.find_pairing(token + "x") is access.find_pairing("\ud83d") is None
    )
    assert access.find_pairing(pairing.token_sha256) is None


def test_server_id_key_and_pairings_survive_a_restart(access, folder, clock):
    pairing, token = access.create_pairing("Firefox")

    again = AccessStore(folder, now=clock)

    assert (again.server_id, again.secret_key) == (access.server_id, access.secret_key)
    assert again.find_pairing(token) == pairing


def test_a_revoked_token_is_good_no_more_at_once_in_every_process(access, folder, clock):
    server = AccessStore(folder, now=clock)
    pairing, token = access.create_pairing("Firefox")
    assert server.find_pairing(token)

    access.revoke_pairing(pairing.id)

    assert server.find_pairing(token) is None
    with pytest.raises(NotFoundError):
        access.revoke_pairing(pairing.id)


def test_T4_a_pairing_belongs_to_the_first_origin_that_uses_it(access):
    pairing, token = access.create_pairing("Firefox")

    assert access.bind_origin(pairing.id, "chrome-extension://a")
    assert access.bind_origin(pairing.id, "chrome-extension://a")
    assert not access.bind_origin(pairing.id, "chrome-extension://b")
    assert access.find_pairing(token).origin == "chrome-extension://a"


def test_use_is_noted_at_most_every_five_minutes(access, clock):
    pairing, token = access.create_pairing("Firefox")
    first = clock()

    access.note_use(pairing.id)
    clock.forward(minutes=4, seconds=59)
    access.note_use(pairing.id)
    assert access.find_pairing(token).last_used_at == first

    clock.forward(seconds=1)
    access.note_use(pairing.id)
    assert access.find_pairing(token).last_used_at == clock()


def test_T12_the_proof_is_what_the_extension_computes_from_its_token(access):
    _, token = access.create_pairing("Firefox")
    selector = hashlib.sha256(f"selector:{token}".encode()).hexdigest()[:16]
    key = hashlib.sha256(token.encode()).digest()

    assert access.proof(selector, "nonce") == hmac.new(key, b"nonce", "sha256").hexdigest()
    assert access.proof("0" * 16, "nonce") is None


def test_a_login_code_is_good_once(access):
    code = access.create_login_code()

    assert not access.redeem_login_code("wrong")
    assert access.redeem_login_code(code)
    assert not access.redeem_login_code(code)


def test_a_login_code_is_good_for_five_minutes(access, clock):
    code = access.create_login_code()
    clock.forward(minutes=5)

    assert not access.redeem_login_code(code)


def test_a_login_code_is_redeemed_by_one_of_eight_threads(access):
    code = access.create_login_code()

    with ThreadPoolExecutor(8) as pool:
        redeemed = list(pool.map(access.redeem_login_code, [code] * 8))

    assert redeemed.count(True) == 1


def test_T7_the_calendar_s_token_is_its_own_and_can_be_revoked(access):
    token = access.create_calendar_token()
    assert access.is_calendar_token(token)
    assert access.find_pairing(token) is None

    access.revoke_calendar_token()

    assert not access.is_calendar_token(token)
    assert access.calendar_token_created_at() is None


def test_two_processes_pair_at_the_same_time_and_no_pairing_is_lost(access, folder):
    other = subprocess.Popen(
        [sys.executable, "-c", _CREATE_MANY, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    tokens = [other.stdout.readline().strip()]  # it has started, so both write at the same time
    tokens += [access.create_pairing(f"own {number}")[1] for number in range(50)]
    tokens += other.communicate()[0].split()

    assert len(tokens) == len(access.pairings()) == 100
    assert all(access.find_pairing(token) for token in tokens)


def test_a_damaged_file_is_told_with_what_to_do_and_left_alone(access, folder, clock):
    (folder / "access.json").write_bytes(b"{")

    with pytest.raises(UnreadableFileError, match="Move it away"):
        AccessStore(folder, now=clock).pairings()

    assert (folder / "access.json").read_bytes() == b"{"
