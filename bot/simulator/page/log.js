/** The chat itself: keeps the elements of unchanged messages, the place in the scroll and the focus. */

import { h } from "./dom.js";
import { messageElement } from "./message.js";
import { waiting } from "./state.js";
import { day } from "./words.js";

const NEAR_END_PX = 60;

/**
 * Brings a log to life; `on` is what messageElement needs, and on.leave() for Escape.
 * Returns show(chat) for { person, bot, zone, language }.
 */
export function makeLog(element, down, on) {
  const thread = element.querySelector(".thread");
  const scroll = keepAtEnd(element, thread, down);
  const rove = makeRoving(element, on);
  let lines = new Map();
  let owner = null;

  return (chat) => {
    if (chat.person.id !== owner) {
      // A chat that is opened is not news: nothing of it is read out.
      element.setAttribute("aria-busy", "true");
      requestAnimationFrame(() => element.removeAttribute("aria-busy"));
      thread.replaceChildren();
      lines = new Map();
      scroll.toEnd();
    }
    const written = chat.person.messages.at(-1);
    const news = owner === chat.person.id && written && !lines.has(written.message_id);
    owner = chat.person.id;
    element.lang = chat.language;
    lines = updated(lines, chat, on, news);
    arrange(thread, [...lines.values()].map(({ node }) => node));
    rove(chat.person);
    if (news && !written.from_bot) scroll.toEnd();
    else scroll.hold();
  };
}

function updated(old, chat, on, news) {
  const lines = new Map();
  for (const message of chat.person.messages) {
    const date = day(message.date, chat.zone, chat.language);
    if (!lines.has(date)) lines.set(date, old.get(date) ?? { node: h("p", { class: "day" }, h("span", {}, date)) });
    const line = old.get(message.message_id);
    const node = same(line?.message, message) ? line.node : replacement(line?.node, messageElement(message, chat, on));
    if (news && !line) node.classList.add("fresh");
    lines.set(message.message_id, { node, message });
  }
  return lines;
}

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

/**
 * One message of a chat is in the tab order, with its buttons, and so are the buttons that wait for an answer;
 * the arrow keys walk through the rest. Otherwise every button ever sent would stand between chat and composer.
 */
function makeRoving(element, on) {
  let person = null;
  const articles = () => [...element.querySelectorAll("article")];
  const settle = () => {
    const focused = document.activeElement.closest("article");
    const asking = waiting(person)?.message_id;
    const all = articles();
    const current = all.includes(focused) ? focused : all.findLast(({ dataset }) => dataset.id === String(asking)) ?? all.at(-1);
    for (const article of all) {
      const open = article === current || article.dataset.id === String(asking);
      article.tabIndex = article === current ? 0 : -1;
      for (const control of article.querySelectorAll("a, button")) control.tabIndex = open ? 0 : -1;
    }
  };
  element.addEventListener("focusin", settle);
  element.addEventListener("keydown", (event) => {
    const all = articles();
    const here = all.indexOf(event.target.closest("article"));
    if (event.key === "Escape") on.leave();
    const next = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined || here < 0) return;
    event.preventDefault();
    all[next]?.focus();
    all[next]?.scrollIntoView({ block: "nearest" });
  });
  return (shown) => {
    person = shown;
    settle();
  };
}
