"""Every way in which a page can make a browser call a server of another origin, in JavaScript.

``server`` is the address of the server, ``BODY`` a text to send; ``put`` and ``form`` add an element.
"""

CALLS = {
    "text/plain POST": "fetch(server + '/api/v1/records', {method: 'POST', body: BODY})",
    "no-cors POST": "fetch(server + '/api/v1/records', {method: 'POST', mode: 'no-cors', body: BODY})",
    "no-cors POST with the cookie": (
        "fetch(server + '/settings', {method: 'POST', mode: 'no-cors', credentials: 'include', "
        "body: new URLSearchParams({name: 'Evil'})})"
    ),
    "POST in JSON": (
        "fetch(server + '/api/v1/records', "
        "{method: 'POST', headers: {'Content-Type': 'application/json'}, body: BODY})"
    ),
    "GET with a token": "fetch(server + '/api/v1/records', {headers: {Authorization: 'Bearer x'}})",
    "simple GET": "fetch(server + '/api/v1/records')",
    "GET of health": "fetch(server + '/api/v1/health')",
    "GET with the cookie": "fetch(server + '/', {mode: 'no-cors', credentials: 'include'})",
    "no-cors GET": "fetch(server + '/api/v1/records', {mode: 'no-cors'})",
    "PUT": "fetch(server + '/api/v1/settings', {method: 'PUT', body: BODY})",
    "DELETE": "fetch(server + '/api/v1/records/acme', {method: 'DELETE'})",
    "beacon": "navigator.sendBeacon(server + '/api/v1/records', BODY)",
    "keepalive": "fetch(server + '/records/acme/trash', {method: 'POST', mode: 'no-cors', keepalive: true})",
    "XMLHttpRequest": (
        "new Promise(done => { const x = new XMLHttpRequest(); x.onloadend = done; "
        "x.open('POST', server + '/api/v1/records'); x.send(BODY); })"
    ),
    "image": "put('img', {src: server + '/'})",
    "script": "put('script', {src: server + '/api/v1/records'})",
    "style sheet": "put('link', {rel: 'stylesheet', href: server + '/settings'})",
    "frame": "put('iframe', {src: server + '/'})",
    "object": "put('object', {data: server + '/settings'})",
    "event stream": "void new EventSource(server + '/api/v1/records')",
    "web socket": "void new WebSocket(server.replace('http', 'ws') + '/api/v1/records')",
    "form to a page": "form('/settings', 'application/x-www-form-urlencoded')",
    "form to the API": "form('/api/v1/records', 'text/plain')",
    "form with a file's encoding": "form('/api/v1/import', 'multipart/form-data')",
    "form to a deed": "form('/records/acme/trash', 'application/x-www-form-urlencoded')",
    "form into a frame": (
        "(put('iframe', {name: 'hole'}), form('/settings', 'application/x-www-form-urlencoded', 'hole'))"
    ),
}
# Asked of a server that never agrees, so that the call itself is not made.
ASKED_FIRST = {"POST in JSON", "GET with a token", "PUT", "DELETE"}

MAKE = """([server, BODY]) => {
    const put = (name, given) => {
        const element = Object.assign(document.createElement(name), given);
        (name === "link" ? document.head : document.body).append(element);
    };
    const form = (path, enctype, target = "") => {
        const element = Object.assign(document.createElement("form"), {
            method: "POST", action: server + path, enctype, target });
        element.append(Object.assign(document.createElement("input"), { name: "name", value: "Evil" }));
        document.body.append(element);
        element.submit();
    };
    return Promise.resolve(CALL).then((answer) => answer?.text?.().catch(String), String);
}"""
