/** Which person each phone shows: side by side where there is room, one at a time with tabs where not. */

import { h } from "./dom.js";

const NARROW = matchMedia("(max-width: 51.99rem)");
const MEMORY = "tuntun.phones";

/**
 * Lays the phones out. `changed` is called when the choice moved and everything wants to be shown again.
 * Places are 0 and 1. Returns { show, choose, bring, front, free, placeOf, visible }.
 */
export function makeStage(element, phones, changed) {
  const tabs = element.querySelector(".tabs");
  let held = remembered();
  let front = 0;
  element.querySelector(".phones").append(...phones.map((phone) => phone.element));
  NARROW.addEventListener("change", changed);

  const turnTo = (place) => {
    front = place;
    changed();
  };
  const choose = (place, person) => {
    const other = 1 - place;
    if (held[other] === person) held[other] = held[place];
    held[place] = person;
    localStorage.setItem(MEMORY, JSON.stringify(held));
    turnTo(place);
  };
  const visible = (place) => place >= 0 && (!NARROW.matches || place === front);
  const placeOf = (person) => held.indexOf(person ?? NaN);
  makeTabs(tabs, () => front, turnTo);

  return {
    choose,
    visible,
    placeOf,
    front: () => front,
    free: () => (held[0] === null ? 0 : 1),
    bring(person, from) {
      const place = placeOf(person);
      if (place < 0) choose(from === held[0] ? 1 : front, person);
      else turnTo(place);
    },
    show(state, unread) {
      held = filled(held, state.people);
      held.forEach((id, place) => visible(place) && unread.delete(id));
      element.querySelector(".nobody").hidden = state.people.length > 0;
      element.querySelector(".phones").hidden = state.people.length === 0;
      const people = held.map((id) => state.people.find((person) => person.id === id) ?? null);
      phones.forEach((phone, place) => phone.show(people[place], state, unread));
      showTabs(tabs, people, unread, front);
      layOut(phones, tabs, visible);
    },
  };
}

function remembered() {
  const [left = null, right = null] = JSON.parse(localStorage.getItem(MEMORY) ?? "[]");
  return [left, right];
}

/** Keeps who is still there and gives an empty phone to the first person without one. */
function filled(held, people) {
  const ids = people.map(({ id }) => id);
  const kept = held.map((id) => (ids.includes(id) ? id : null));
  const others = ids.filter((id) => !kept.includes(id));
  return kept.map((id) => id ?? others.shift() ?? null);
}

function makeTabs(tabs, front, turnTo) {
  const tab = (place) => h("button", { type: "button", role: "tab", onclick: () => turnTo(place) });
  tabs.append(tab(0), tab(1));
  tabs.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    turnTo(1 - front());
    tabs.children[front()].focus();
  });
}

function showTabs(tabs, people, unread, front) {
  tabs.hidden = people.every((person) => !person);
  people.forEach((person, place) => {
    const tab = tabs.children[place];
    const count = person && unread.get(person.id);
    const news = count ? [" ", h("span", { class: "news" }, `${count} new`)] : [];
    tab.replaceChildren(person?.first_name ?? "Second phone", ...news);
    tab.setAttribute("aria-selected", String(place === front));
    tab.tabIndex = place === front ? 0 : -1;
  });
}

/** Side by side the phones are regions; one at a time they are the panels of the tabs. */
function layOut(phones, tabs, visible) {
  phones.forEach(({ element }, place) => {
    const tab = tabs.children[place];
    element.id = `phone-${place}`;
    element.hidden = !visible(place);
    element.setAttribute("role", NARROW.matches ? "tabpanel" : "region");
    if (NARROW.matches) tab.setAttribute("aria-controls", element.id);
    element.setAttribute("aria-label", element.querySelector("h2").textContent);
  });
}
