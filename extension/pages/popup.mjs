// The toolbar's pop-up. `?tab=ID` acts on that tab instead of the active one.

import { ask, fillWords, find } from "./ask.mjs";
import { prepareConnection, showConnection } from "./connection_section.mjs";
import { offerDraftByCopy, showDue } from "./due_section.mjs";
import { showLinkedinSwitch } from "./linkedin_section.mjs";
import { showNotifySwitch } from "./notify_section.mjs";
import { showHooks, showSite, siteOfTab } from "./site_section.mjs";

const connected = { onConnected: showDue };

fillWords();
prepareConnection(connected);
find("#open-page").addEventListener("click", () => ask("open_page", { path: "/" }));
showLinkedinSwitch();
showNotifySwitch();
showConnection(connected);

const site = await siteOfTab();
await showSite(site);
await showHooks(site);
if (site.adapter === "linkedin") await offerDraftByCopy(site.id);
