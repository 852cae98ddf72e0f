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
  const at = { held: remembered(), front: 0 };
  const visible = (place) => place >= 0 && (!NARROW.matches || place === at.front);
  const placeOf = (person) => at.held.indexOf(person ?? NaN);
  const turnTo = (place) => {
    at.front = place;
    changed();
  };
  const choose = (place, person) => {
    give(at.held, place, person);
    turnTo(place);
  };
  element.querySelector(".phones").append(...phones.map((phone) => phone.element));
  NARROW.addEventListener("change", changed);
  makeTabs(tabs, () => at.front, turnTo);

  return {
    choose,
    visible,
    placeOf,
    front: () => at.front,
    free: () => (at.held[0] === null ? 0 : 1),
    bring(person, from) {
      const place = placeOf(person);
      if (place < 0) choose(from === at.held[0] ? 1 : at.front, person);
      else turnTo(place);
    },
    show(state, unread) {
      at.held = filled(at.held, state.people);
      at.held.forEach((id, place) => visible(place) && unread.delete(id));
      const people = at.held.map((id) => state.people.find((person) => person.id === id) ?? null);
      phones.forEach((phone, place) => phone.show(people[place], state, unread));
      element.querySelector(".nobody").hidden = state.people.length > 0;
      element.querySelector(".phones").hidden = state.people.length === 0;
      showTabs(tabs, people, unread, at.front);
      layOut(phones, tabs, visible);
    },
  };
}

/** Gives a phone to a person; who held it takes the other one, if that was theirs. */
function give(held, place, person) {
  const other = 1 - place;
  if (held[other] === person) held[other] = held[place];
  held[place] = person;
  localStorage.setItem(MEMORY, JSON.stringify(held));
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
