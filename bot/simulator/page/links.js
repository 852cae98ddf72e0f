/** Links in what is said: to this bot, to WhatsApp, to elsewhere; and the commands that can be tapped beside them. */

import { h } from "./dom.js";

const WEB = /^(https?|mailto|tel):/i;
const INSIDE =
  /((?:https?|tg):\/\/[^\s<>"]+|(?<![\w.@/-])(?:t|telegram|wa)\.me\/[^\s<>"]+)|(?<=^|\s)\/[a-z][a-z0-9_]{0,31}(?![\w/])/gi;
const AFTER_LINK = /[.,!?;:)'"”’…]+$/;

const whole = (link) => (/^[a-z]+:/i.test(link) ? link : `https://${link}`);
const parsed = (link) => (URL.canParse(whole(link)) ? new URL(whole(link)) : null);

/** The start payload of a link to this bot ("" when it has none); null when it leads elsewhere. */
export function startPayload(link, username) {
  const url = parsed(link);
  if (!url) return null;
  const query = url.searchParams;
  const short = /^(www\.)?(t|telegram)\.me$/i.test(url.hostname);
  const named = url.protocol === "tg:" && query.get("domain");
  const name = short ? url.pathname.slice(1).replace(/\/$/, "") : named;
  if (!name || name.toLowerCase() !== username.toLowerCase()) return null;
  return query.get("start") ?? "";
}

/** The text that a link of WhatsApp's would send; null where the link is none or brings no text. */
export function whatsappText(link) {
  const url = parsed(link);
  return url?.hostname === "wa.me" ? url.searchParams.get("text") || null : null;
}

/**
 * What a tap on a link does instead of leaving the page, or null where it does leave: `on.botLink(href)` opens
 * a link to the bot `on.username`, `on.share(href)` shows what WhatsApp would send.
 */
export function tapOf(href, on) {
  if (startPayload(href, on.username) !== null) return () => on.botLink(href);
  return whatsappText(href) === null ? null : () => on.share(href);
}

/** The element of a link, still empty; null for an address that is nothing for a page. */
export function linkElement(href, on) {
  const tap = tapOf(href, on);
  if (tap) return h("a", { href, "aria-haspopup": "dialog", onclick: (event) => (event.preventDefault(), tap()) });
  return WEB.test(href) ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }) : null;
}

/** Which of the links and commands found in a text can be tapped: all of them, as Telegram has it. */
export const allTaps = (on) => (shown) => (shown.startsWith("/") ? command(shown, on) : link(shown, on));

/** All links, but no commands: as elsewhere than in a chat with a bot. */
export const linkTaps = (on) => (shown) => (shown.startsWith("/") ? null : link(shown, on));

/** Only links to the bot. */
export const botTaps = (on) => (shown) => (startPayload(shown, on.username) === null ? null : link(shown, on));

/** The text in pieces, where `taps(shown)` makes an element of what was found, or null to leave it text. */
export function* withTaps(text, taps) {
  let end = 0;
  for (const found of text.matchAll(INSIDE)) {
    const shown = found[1] ? found[0].replace(AFTER_LINK, "") : found[0];
    yield text.slice(end, found.index);
    yield taps(shown) ?? shown;
    end = found.index + shown.length;
  }
  yield text.slice(end);
}

function link(shown, on) {
  const made = linkElement(whole(shown), on);
  made?.append(shown);
  return made;
}

function command(shown, on) {
  return h("button", { type: "button", class: "command", onclick: () => on.command(shown) }, shown);
}
