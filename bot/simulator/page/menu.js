/** A menu that drops from a button or a message: arrow keys, Home, End, Escape, and the focus goes back. */

import { h, icon } from "./dom.js";

/**
 * Opens a menu at `anchor`. Items: { text, detail?, icon?, lang?, choose }. Only one is open at a time;
 * Escape or a tap beside it closes it and gives the focus back to where it was.
 */
export function openMenu(anchor, label, items) {
  const before = document.activeElement;
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label, popover: "auto" });
  const close = () => {
    if (menu.contains(document.activeElement)) before.focus();
    menu.hidePopover();
  };
  menu.append(...items.map((item) => entry(item, close)));
  menu.addEventListener("keydown", (event) => walk(event, menu, close));
  menu.addEventListener("toggle", ({ newState }) => {
    anchor.setAttribute("aria-expanded", newState === "open");
    if (newState === "closed") menu.remove();
  });
  // Within the phone, so that the menu follows the anchor in the order of reading.
  (anchor.closest(".phone") ?? document.body).append(menu);
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect());
  menu.firstChild.focus();
}

function entry(item, close) {
  const choose = () => (close(), item.choose());
  const words = h("span", {}, item.text, item.detail && h("small", {}, item.detail));
  return h(
    "button",
    { type: "button", role: "menuitem", tabindex: "-1", lang: item.lang, onclick: choose },
    item.icon && icon(item.icon),
    words,
  );
}

function walk(event, menu, close) {
  const entries = [...menu.children];
  const here = entries.indexOf(document.activeElement);
  const next = {
    ArrowDown: (here + 1) % entries.length,
    ArrowUp: (here - 1 + entries.length) % entries.length,
    Home: 0,
    End: entries.length - 1,
  }[event.key];
  if (next !== undefined) entries[next].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopPropagation();
}

const GAP = 6;

function place(menu, anchor) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, anchor.left), innerWidth - width - GAP);
  const above = anchor.top - height - GAP;
  const top = above > GAP ? above : Math.min(anchor.bottom + GAP, innerHeight - height - GAP);
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(GAP, top)}px`;
}
