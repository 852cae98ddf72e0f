/** The page's three questions: who is new, on whose phone a link opens, and an alert that wants to be seen. */

import { h } from "./dom.js";
import { startPayload } from "./links.js";

/** Shows the dialog; resolves with its form's values, or null when it was cancelled. */
function asked(dialog) {
  const form = dialog.querySelector("form");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    const answer = () => resolve(dialog.returnValue ? Object.fromEntries(new FormData(form)) : null);
    dialog.addEventListener("close", answer, { once: true });
  });
}

/** Asks for a new person: { first_name, language_code } or null. */
export function askPerson() {
  const dialog = document.getElementById("person-dialog");
  dialog.querySelector("form").reset();
  return asked(dialog);
}

/**
 * Asks on whose phone to open a link to the bot; `from` is the person whose phone shows it, null for none, and
 * somebody else is suggested. Resolves with { person, payload } or null; a bare word counts as a start code.
 */
export async function askOpener(link, people, from, username) {
  const dialog = document.getElementById("link-dialog");
  const field = dialog.querySelector("[name=link]");
  const payload = () => payloadOf(field.value.trim(), username);
  const check = () => field.setCustomValidity(payload() === null ? "This is no link to the bot." : "");
  field.value = link;
  field.placeholder = `t.me/${username}?start=…`;
  field.oninput = check;
  check();
  const suggested = people.find(({ id }) => id !== from)?.id ?? from;
  dialog.querySelector(".people").replaceChildren(...people.map((person) => choice(person, suggested, from)));
  const asking = asked(dialog);
  dialog.querySelector(link ? ":checked" : "[name=link]")?.focus();
  const answer = await asking;
  return answer?.person ? { person: Number(answer.person), payload: payload() } : null;
}

function payloadOf(typed, username) {
  return startPayload(typed, username) ?? (/^[\w-]*$/.test(typed) ? typed : null);
}

function choice({ id, first_name }, suggested, from) {
  const checked = id === suggested;
  return h(
    "label",
    {},
    h("input", { type: "radio", name: "person", value: id, required: true, checked }),
    h("span", {}, first_name, id === from && h("small", {}, " (this phone)")),
  );
}

/** Shows a text that has to be confirmed, as answerCallbackQuery does with show_alert. */
export function showAlert(title, text) {
  const dialog = document.getElementById("alert-dialog");
  dialog.querySelector("h2").textContent = title;
  dialog.querySelector("p").textContent = text;
  return asked(dialog);
}
