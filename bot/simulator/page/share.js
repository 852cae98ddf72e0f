/** The sheet in place of WhatsApp: the text as it would be sent, to copy, and the links in it to tap. */

import { linkTaps, whatsappText, withTaps } from "./links.js";

/**
 * Shows what the WhatsApp link `href` would send, written in `language`. `on` says what taps do: copy(text,
 * told), where told(words) says what came of it; and botLink(href) and share(href), for which the sheet closes;
 * on.username is the bot's.
 */
export function showShare(href, language, on) {
  const dialog = document.getElementById("share-dialog");
  const text = whatsappText(href);
  const told = (words) => (dialog.querySelector("[role=status]").textContent = words);
  const leave = (tap) => (link) => (dialog.close(), tap(link));
  const taps = linkTaps({ username: on.username, botLink: leave(on.botLink), share: leave(on.share) });
  const letter = dialog.querySelector(".letter");
  letter.lang = language;
  letter.replaceChildren(...withTaps(text, taps));
  letter.scrollTop = 0;
  told("");
  dialog.querySelector(".copy").onclick = () => on.copy(text, told);
  dialog.querySelector("a.away").href = href;
  dialog.showModal();
}
