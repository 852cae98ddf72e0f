/** The chat itself: keeps the elements of unchanged messages, the place in the scroll and the focus. */

import { h } from "./dom.js";
import { messageElement } from "./message.js";
import { makeRoving } from "./roving.js";
import { day } from "./words.js";

const NEAR_END_PX = 60;

/**
 * Brings a log to life; `on` is what messageElement needs, and on.leave() for Escape.
 * Returns show(chat) for { person, bot, zone, language }.
 */
export function makeLog(element, down, on) {
  const thread = element.querySelector(".thread");
  const scroll = keepAtEnd(element, thread, down);
  const rove = makeRoving(element, on.leave);
  let lines = new Map();
  let owner = null;

  return (chat) => {
    const { person } = chat;
    const opened = person.id !== owner;
    if (opened) {
      lines = new Map();
      silence(element);
      scroll.toEnd();
    }
    const written = person.messages.at(-1);
    const news = !opened && written && !lines.has(written.message_id);
    owner = person.id;
    element.lang = chat.language;
    lines = updated(lines, chat, on, news);
    arrange(thread, [...lines.values()].map(({ node }) => node));
    rove(person);
    if (news && !written.from_bot) scroll.toEnd();
    else scroll.hold();
  };
}

/** A chat that is opened is not news: nothing of it is read out. */
function silence(element) {
  element.setAttribute("aria-busy", "true");
  requestAnimationFrame(() => element.removeAttribute("aria-busy"));
}

/** The lines of the chat by message id, and by date for the days between them; what is unchanged is kept. */
function updated(old, chat, on, news) {
  const lines = new Map();
  for (const message of chat.person.messages) {
    const date = day(message.date, chat.zone, chat.language);
    if (!lines.has(date)) lines.set(date, old.get(date) ?? { node: dayElement(date) });
    const line = old.get(message.message_id);
    const kept = line && same(line.message, message);
    const node = kept ? line.node : replacement(line?.node, messageElement(message, chat, on));
    if (news && !line) node.classList.add("fresh");
    lines.set(message.message_id, { node, message });
  }
  return lines;
}

const dayElement = (date) => h("p", { class: "day" }, h("span", {}, date));

const same = (one, two) => one === two || JSON.stringify(one) === JSON.stringify(two);

/** Puts the new element of an edited message in the place of the old one, the focus included. */
function replacement(old, node) {
  if (!old) return node;
  const focused = old.contains(document.activeElement) && document.activeElement;
  old.replaceWith(node);
  if (focused) (node.querySelector(`[data-data="${CSS.escape(focused.dataset.data)}"]`) ?? node).focus();
  return node;
}

function arrange(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  wanted.forEach((node, place) => {
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
  });
}

/** Stays with the newest message as the chat grows, unless somebody reads further up. */
function keepAtEnd(element, thread, down) {
  let pinned = true;
  const toEnd = () => {
    pinned = true;
    element.scrollTop = element.scrollHeight;
    down.hidden = true;
  };
  const hold = () => (pinned ? toEnd() : undefined);
  element.addEventListener("scroll", () => {
    pinned = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
    down.hidden = pinned;
  });
  down.addEventListener("click", toEnd);
  const resized = new ResizeObserver(hold);
  resized.observe(element);
  resized.observe(thread);
  return { toEnd, hold };
}
