"""The server that ours is compared with: Flask and waitress, one route with a fixed answer, nothing else.

Run as ``python hello_server.py``: it prints its address and answers until it is ended.
"""

from flask import Flask
from waitress.server import create_server

app = Flask(__name__)
_PARAGRAPH = f"<div>{'Thank you for the time. ' * 6}</div><div><br></div>"


@app.get("/hello")
def hello() -> dict[str, str]:
    """A fixed text of the length of a draft, for the floor extension to put into the box."""
    return {"html": _PARAGRAPH * 6}


if __name__ == "__main__":
    server = create_server(app, host="127.0.0.1", port=0)
    print(f"http://127.0.0.1:{server.effective_port}", flush=True)
    server.run()
