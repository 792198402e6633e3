"""As many records as a measurement wants, of years in which nobody filed an outcome: all still count."""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from afterword.clock import Clock
from afterword.domain.records import Interviewer, Record, Round
from afterword.domain.settings import Settings
from afterword.storage.private_file import make_private_folder
from afterword.storage.store import DATA_FILE, open_store

NOW = datetime.fromisoformat("2026-11-21T17:30:00-05:00")
PERSON = {"name": "Dana Whitfield", "email": "dana@acme.example"}
_DAYS = 1200  # over which the interviews are spread


def fill(data_dir: Path, number: int) -> Path:
    """Put records into a new data folder: the one that is clicked for, and the rest of a long search."""
    make_private_folder(data_dir)
    (data_dir / DATA_FILE).write_bytes(_data_of(number))
    return data_dir


@cache  # ten thousand records take seconds, and several rows want as many
def _data_of(number: int) -> bytes:
    with TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        with open_store(data_dir, now=Clock.stamp) as store:
            store.settings.save(
                Settings(
                    name="Sam Field",
                    email="sam@home.example",
                    timezone="America/New_York",
                    country="US",
                    sign_off="Best regards",
                    skills=("streaming pipelines",),
                )
            )
            store.records.add_all([_clicked(), *(_another(at, number) for at in range(1, number))])
        return (data_dir / DATA_FILE).read_bytes()


def _clicked() -> Record:
    dana = Interviewer(
        id="dana",
        name=PERSON["name"],
        email=PERSON["email"],
        hiring_role="hiring_manager",
        talked_about="moving the nightly billing jobs to a stream",
    )
    return Record(
        id="acme",
        company="Acme",
        role="Data Engineer",
        country="US",
        excites="how close the data team sits to the product",
        skill="building streaming pipelines with Kafka",
        rounds=(Round(id="first", at=NOW - timedelta(hours=27), interviewers=(dana,)),),
    )


def _another(at: int, number: int) -> Record:
    met = NOW - timedelta(days=1 + at * _DAYS // number)
    person = Interviewer(
        id=f"person-{at}",
        name=f"{_FIRST[at % len(_FIRST)]} {_LAST[at // len(_FIRST) % len(_LAST)]} {at}",
        email=f"person{at}@company{at}.example",
        linkedin_url=f"https://www.linkedin.com/in/person-{at}",
        hiring_role="recruiter",
        talked_about="how the team plans its week and what it would like to leave behind",
    )
    return Record(
        id=f"record-{at}",
        company=f"Company {at}",
        role="Data Engineer",
        country="US",
        excites="the way it treats its users",
        rounds=(Round(id=f"round-{at}", at=met, interviewers=(person,)),),
    )


_FIRST = ("Alex", "Bo", "Chris", "Dale", "Eli", "Fran", "Gale", "Hollis", "Ira", "Jo")
_LAST = ("Adler", "Brook", "Castle", "Dunn", "Ellis", "Frost", "Grant", "Hale", "Ivers", "Jones")
