// The first-run page: what is read, what is kept and where, and connecting to the server on this machine.

import { ask, fillWords, find } from "./ask.mjs";
import { prepareConnection, showConnection } from "./connection_section.mjs";
import { showLinkedinSwitch } from "./linkedin_section.mjs";

const connected = { awaitServer: true, onConnected: () => { find("#next").hidden = false; } };

fillWords();
prepareConnection(connected);
showLinkedinSwitch();
showConnection(connected);
find("#open-page").addEventListener("click", () => ask("open_page", { path: "/" }));
