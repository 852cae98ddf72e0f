/** Message HTML by allow-list: what is not named here arrives as its text. Also the links inside it. */

import { h } from "./dom.js";

const KEPT = new Set("B STRONG I EM U INS S STRIKE DEL CODE PRE BLOCKQUOTE BR".split(" "));
const DROPPED = new Set("SCRIPT STYLE TEMPLATE IFRAME OBJECT NOSCRIPT".split(" "));
const WEB = /^(https?|mailto|tel):/i;
const INSIDE = /(https?:\/\/[^\s<>"]+|\bt\.me\/[^\s<>"]+)|(?<=^|\s)\/[a-z][a-z0-9_]{0,31}(?![\w/])/gi;
const AFTER_LINK = /[.,!?;:)'"”’…]+$/;

/** The start payload of a link to this bot ("" when it has none); null when it leads elsewhere. */
export function startPayload(link, username) {
  const address = /^[a-z]+:/i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const query = url.searchParams;
  const short = /^(www\.)?(t|telegram)\.me$/i.test(url.hostname);
  const named = url.protocol === "tg:" && query.get("domain");
  const name = short ? url.pathname.slice(1).replace(/\/$/, "") : named;
  if (!name || name.toLowerCase() !== username.toLowerCase()) return null;
  return query.get("start") ?? "";
}

/**
 * The message as nodes that are safe to insert. `on` says what a tap does: `on.username` is the bot's,
 * `on.botLink(href)` opens a link to it, `on.command(text)` sends a command.
 */
export function safe(html, on) {
  const result = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, "text/html").body, result, on, true);
  return result;
}

function copy(from, into, on, taps) {
  for (const node of from.childNodes) {
    const element = node.nodeType === Node.ELEMENT_NODE;
    if (element && !DROPPED.has(node.tagName)) copyElement(node, into, on, taps);
    if (node.nodeType !== Node.TEXT_NODE) continue;
    into.append(...(taps ? withLinks(textOf(node), on) : [textOf(node)]));
  }
}

/** A quote or a code block ends its line by itself: the line break after it is not shown twice. */
function textOf({ data, previousSibling }) {
  return /^(BLOCKQUOTE|PRE)$/.test(previousSibling?.nodeName) ? data.replace(/^\n/, "") : data;
}

function copyElement(node, into, on, taps) {
  const { tagName } = node;
  const spoiler = tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler");
  const href = tagName === "A" ? node.getAttribute("href") ?? "" : "";
  let copied = into;
  if (spoiler) copied = h("span");
  else if (href) copied = link(href, on) ?? into;
  else if (KEPT.has(tagName)) copied = h(tagName);
  copy(node, copied, on, taps && !href && tagName !== "PRE" && tagName !== "CODE");
  if (copied !== into) into.append(spoiler ? hidden(copied) : copied);
}

function link(href, on) {
  if (startPayload(href, on.username) !== null) {
    const open = (event) => (event.preventDefault(), on.botLink(href));
    return h("a", { href, onclick: open });
  }
  return WEB.test(href) ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }) : null;
}

function hidden(content) {
  const spoken = { "aria-label": "Hidden text, show it", lang: "en" };
  const cover = h("button", { type: "button", class: "spoiler", ...spoken }, content.textContent);
  cover.addEventListener("click", () => {
    cover.closest("article")?.focus();
    cover.replaceWith(content);
  });
  return cover;
}

function* withLinks(text, on) {
  let end = 0;
  for (const found of text.matchAll(INSIDE)) {
    const shown = found[1] ? found[0].replace(AFTER_LINK, "") : found[0];
    yield text.slice(end, found.index);
    yield found[1] ? webLink(shown, on) : command(shown, on);
    end = found.index + shown.length;
  }
  yield text.slice(end);
}

function webLink(shown, on) {
  const made = link(/^t\.me/i.test(shown) ? `https://${shown}` : shown, on);
  made.textContent = shown;
  return made;
}

function command(shown, on) {
  return h("button", { type: "button", class: "command", onclick: () => on.command(shown) }, shown);
}
