// What is known of single webmail sites beyond what the general adapter finds by meaning: data only. A site is known by a hook of
// its own page, since Roundcube and SOGo run at anybody's address. Fastmail, Zoho and iCloud need no hint: what they show is found
// by meaning. Collected in November 2026 from public repositories; only Roundcube's was seen to hold on the real program.
"use strict";
{
  /** @type {WebmailHint[]} */
  const HINTS = [
    {
      site: "Yahoo",
      known: '[data-test-id="compose-editor-container"], [data-test-id="compose-subject"]',
      recipients: '[data-test-id="pill"]',
      send: '[data-test-id="compose-send-button"]',
    },
    {
      site: "Proton",
      known: '[data-testid="composer:subject"], [data-testid="composer:body"]',
      recipients: '[data-testid="composer:address"]',
      signature: ".protonmail_signature_block",
      quote: ".protonmail_quote",
      send: '[data-testid="composer:send-button"]',
    },
    {
      site: "Roundcube",
      known: "#compose-subject, #composebody",
      signature: "#_rc_sig",
      quote: "#reply-intro",
      /** The message replied to, in a hidden field. */
      repliedTo: 'input[name="_reply_uid"]',
    },
    {
      site: "SOGo",
      known: "md-chips, [ng-controller*='MessageEditor']",
      recipients: "md-chip",
      quote: "blockquote[type=cite]",
    },
  ];

  globalThis.Afterword.webmailHints = HINTS;
}
