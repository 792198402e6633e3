// Which control of a compose sends it: by what it is called, in the languages webmail is written in.
"use strict";
{
  const SEND = /^\W*(send|send (now|message|e-?mail)|senden|jetzt senden|absenden|nachricht senden|envoyer|enviar|invia|verzenden|verstuur|wyślij|skicka|send nå|lähetä|odeslat|gönder|отправить|送信|发送|發送|傳送|보내기)\b/iu;
  /** Whatever may be pressed. */
  const ANY = 'button, [role=button], input[type=submit], input[type=button], a[href="#"], a[onclick], md-button';

  /** @param {Element} control */
  function is(control) {
    const names = [control.textContent, ...["value", "aria-label", "title"].map((name) => control.getAttribute(name))];
    return names.some((name) => SEND.test((name ?? "").trim())) && !control.matches("[aria-haspopup=true], [aria-haspopup=menu]");
  }

  globalThis.Afterword.sendControl = { ANY, is };
}
