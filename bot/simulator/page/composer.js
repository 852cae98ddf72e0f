/** Where a person writes: text, a reply, an edit, the command menu, the attach menu, suggested answers. */

import { h } from "./dom.js";
import { openMenu } from "./menu.js";
import { makeQuoting } from "./quoting.js";
import { commandsFor, languageOf, replyKeyboard } from "./state.js";

const ATTACHMENTS = [
  ["Sticker", "sticker"],
  ["Photo", "photo"],
  ["Voice message", "voice"],
  ["Location", "location"],
  ["Contact", "contact"],
  ["Poll", "poll"],
];
const TALLEST_PX = 140;

/**
 * Brings the composer of a phone to life; `on` takes say(text, replyTo), edit(messageId, text), send(kind).
 * Returns { show(person, bot), reply(message), edit(message), focus() }.
 */
export function makeComposer(phone, on) {
  const form = phone.querySelector(".composer");
  const field = form.querySelector("textarea");
  const write = (text) => {
    field.value = text;
    fit(field);
  };
  const quoting = makeQuoting(form.querySelector(".quoting"), field, write);
  const keepDrafts = makeDrafts(field, quoting, write);
  let holder = null; // { person, bot }

  onSubmit(form, field, () => submit(field, quoting, write, on));
  field.addEventListener("keydown", ({ key }) => key === "Escape" && quoting.cancel());
  onMenu(form.querySelector(".commands"), "Commands", () => commandItems(holder, on));
  onMenu(form.querySelector(".attach"), "Attach", () => attachItems(on));

  return {
    show(person, bot) {
      keepDrafts(holder?.person, person);
      holder = { person, bot };
      field.lang = languageOf(person);
      field.setAttribute("aria-label", `Message from ${person.first_name}`);
      form.querySelector(".commands").hidden = commandsFor(bot, person).length === 0;
      showSuggestions(phone.querySelector(".suggestions"), person, on);
    },
    reply: (message) => quoting.begin("reply", message),
    edit: (message) => quoting.begin("edit", message),
    focus: () => field.focus(),
  };
}

function onSubmit(form, field, submit) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", () => fit(field));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
}

function submit(field, quoting, write, on) {
  const text = field.value.trim();
  if (!text) return;
  const about = quoting.end();
  write("");
  if (about?.verb === "edit") on.edit(about.message.message_id, text);
  else on.say(text, about?.message.message_id);
}

function fit(field) {
  field.style.height = "auto";
  const border = field.offsetHeight - field.clientHeight;
  field.style.height = `${Math.min(field.scrollHeight + border, TALLEST_PX)}px`;
}

/** What somebody has not sent yet waits for them while the phone is in other hands. */
function makeDrafts(field, quoting, write) {
  const drafts = new Map();
  return (before, after) => {
    if (!before || before.id === after.id) return;
    quoting.end();
    drafts.set(before.id, field.value);
    write(drafts.get(after.id) ?? "");
  };
}

function onMenu(button, label, items) {
  button.addEventListener("click", () => openMenu(button, label, items()));
}

function commandItems({ person, bot }, on) {
  return commandsFor(bot, person).map(({ command, description }) => ({
    text: `/${command}`,
    detail: description,
    lang: languageOf(person),
    choose: () => on.say(`/${command}`),
  }));
}

function attachItems(on) {
  return ATTACHMENTS.map(([text, kind]) => ({ text, icon: kind, choose: () => on.send(kind) }));
}

function showSuggestions(place, person, on) {
  const rows = replyKeyboard(person);
  const shown = JSON.stringify([person.id, rows]);
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  place.lang = languageOf(person);
  place.hidden = rows.length === 0;
  const key = (text) => h("button", { type: "button", class: "key", onclick: () => on.say(text) }, text);
  place.replaceChildren(...rows.map((row) => h("div", {}, ...row.map(key))));
}
