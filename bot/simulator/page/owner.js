/** The line above a phone: whose it is, and the switch that blocks the bot. */

import { h } from "./dom.js";

const ADD = "add";

/**
 * Brings the line to life; `on` takes choose(id), add() and block(id, blocked); `holder` gives the person.
 * Returns show(person or null, people, unread), with the number of unread messages by person.
 */
export function makeOwner(slot, on, holder) {
  const select = slot.querySelector("select");
  const block = slot.querySelector(".switch");
  select.addEventListener("change", () => {
    const chosen = select.value;
    select.value = holder().id;
    if (chosen === ADD) on.add();
    else on.choose(Number(chosen));
  });
  block.addEventListener("click", () => on.block(holder().id, !holder().blocked));

  return (person, people, unread) => {
    const name = person ? `${person.first_name}’s phone` : "A phone for somebody else";
    slot.querySelector("h2").textContent = name;
    slot.querySelector(".owner").hidden = !person;
    showPeople(select, people, unread);
    select.value = person?.id ?? "";
    block.setAttribute("aria-checked", String(Boolean(person?.blocked)));
  };
}

function showPeople(select, people, unread) {
  const news = ({ id }) => (unread.get(id) ? ` (${unread.get(id)} new)` : "");
  const options = people.map((person) => [person.id, person.first_name + news(person)]);
  options.push([ADD, "Add a person…"]);
  const shown = JSON.stringify(options);
  if (select.dataset.shown === shown) return; // an open list would close
  select.dataset.shown = shown;
  select.replaceChildren(...options.map(([value, text]) => h("option", { value }, text)));
}
