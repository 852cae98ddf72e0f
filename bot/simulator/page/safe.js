/** Message HTML by allow-list: what is not named here arrives as its text. */

import { h } from "./dom.js";
import { allTaps, botTaps, linkElement, withTaps } from "./links.js";

const KEPT = new Set("B STRONG I EM U INS S STRIKE DEL CODE PRE BLOCKQUOTE BR".split(" "));
const DROPPED = new Set("SCRIPT STYLE TEMPLATE IFRAME OBJECT NOSCRIPT".split(" "));

/** The message as nodes that are safe to insert. `on` says what a tap does, as links.js has it. */
export function safe(html, on) {
  const result = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, "text/html").body, result, on, allTaps(on));
  return result;
}

function copy(from, into, on, taps) {
  for (const node of from.childNodes) {
    const element = node.nodeType === Node.ELEMENT_NODE;
    if (element && !DROPPED.has(node.tagName)) copyElement(node, into, on, taps);
    if (node.nodeType !== Node.TEXT_NODE) continue;
    into.append(...(taps ? withTaps(textOf(node), taps) : [textOf(node)]));
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
  else if (href) copied = linkElement(href, on) ?? into;
  else if (KEPT.has(tagName)) copied = h(tagName);
  copy(node, copied, on, href ? null : tapsIn(tagName, on, taps));
  if (copied !== into) into.append(spoiler ? hidden(copied) : copied);
}

/**
 * Telegram marks nothing inside code. Links to the bot can be tapped there all the same: on real phones a text
 * to forward is copied and tapped by whoever gets it, and here that is the phone beside.
 */
function tapsIn(tagName, on, taps) {
  return taps && /^(PRE|CODE)$/.test(tagName) ? botTaps(on) : taps;
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
