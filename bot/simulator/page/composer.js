/** Where a person writes: text, a reply, an edit, the command menu, the attach menu, suggested answers. */

import { h } from "./dom.js";
import { openMenu } from "./menu.js";
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
 * Brings the composer of a phone to life; `on` takes say(text, replyTo), edit(messageId, text) and send(kind).
 * Returns { show(person, bot), reply(message), edit(message), focus() }.
 */
export function makeComposer(phone, on) {
  const form = phone.querySelector(".composer");
  const field = form.querySelector("textarea");
  const quoting = makeQuoting(form.querySelector(".quoting"), field);
  const drafts = new Map();
  let person = null;
  let bot = null;

  const submit = () => {
    const text = field.value.trim();
    if (!text) return;
    const about = quoting.end();
    if (about?.verb === "edit") on.edit(about.message.message_id, text);
    else on.say(text, about?.message.message_id);
    write(field, "");
  };
  form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
  field.addEventListener("input", () => fit(field));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") quoting.cancel();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.querySelector(".commands").addEventListener("click", ({ currentTarget }) => {
    openMenu(currentTarget, "Commands", commandItems(bot, person, on));
  });
  form.querySelector(".attach").addEventListener("click", ({ currentTarget }) => {
    openMenu(currentTarget, "Attach", ATTACHMENTS.map(([text, kind]) => ({ text, icon: kind, choose: () => on.send(kind) })));
  });

  return {
    show(shown, given) {
      if (person && person.id !== shown.id) {
        quoting.end();
        drafts.set(person.id, field.value);
        write(field, drafts.get(shown.id) ?? "");
      }
      [person, bot] = [shown, given];
      field.lang = languageOf(shown);
      field.setAttribute("aria-label", `Message from ${shown.first_name}`);
      form.querySelector(".commands").hidden = commandsFor(bot, shown).length === 0;
      showSuggestions(phone.querySelector(".suggestions"), shown, on);
    },
    reply: (message) => quoting.begin("reply", message),
    edit: (message) => quoting.begin("edit", message),
    focus: () => field.focus(),
  };
}

function commandItems(bot, person, on) {
  return commandsFor(bot, person).map(({ command, description }) => ({
    text: `/${command}`,
    detail: description,
    lang: languageOf(person),
    choose: () => on.say(`/${command}`),
  }));
}

function write(field, text) {
  field.value = text;
  fit(field);
}

function fit(field) {
  field.style.height = "auto";
  const border = field.offsetHeight - field.clientHeight;
  field.style.height = `${Math.min(field.scrollHeight + border, TALLEST_PX)}px`;
}

/** The bar above the field while the text in it replies to a message or replaces one. */
function makeQuoting(bar, field) {
  let about = null;
  const end = () => {
    const ended = about;
    about = null;
    bar.hidden = true;
    return ended;
  };
  const cancel = () => {
    if (end()?.verb === "edit") write(field, "");
    field.focus();
  };
  bar.querySelector("button").addEventListener("click", cancel);
  return {
    end,
    cancel,
    begin(verb, message) {
      about = { verb, message };
      bar.querySelector("strong").textContent = verb === "edit" ? "Edit:" : "Reply to:";
      bar.querySelector("span").textContent = message.text || message.file?.name || "";
      bar.querySelector("use").setAttribute("href", `#icon-${verb}`);
      bar.hidden = false;
      if (verb === "edit") write(field, message.text);
      field.focus();
    },
  };
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
