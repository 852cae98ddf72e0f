/** The page's three questions: who is new, who opens the link, and an alert that wants to be seen. */

import { h } from "./dom.js";
import { startPayload } from "./safe.js";

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
 * Asks as whom to open a link to the bot. `suggested` is the person chosen at first.
 * Resolves with { person, payload } or null; a bare word counts as a start code.
 */
export async function askOpener(link, people, suggested, username) {
  const dialog = document.getElementById("link-dialog");
  const field = dialog.querySelector("[name=link]");
  field.value = link;
  field.placeholder = `t.me/${username}?start=…`;
  dialog.querySelector(".people").replaceChildren(...people.map((person) => choice(person, suggested)));
  const asking = asked(dialog);
  dialog.querySelector(link ? ":checked" : "[name=link]")?.focus();
  const answer = await asking;
  if (!answer?.person) return null;
  const typed = answer.link.trim();
  const payload = startPayload(typed, username) ?? typed;
  return { person: Number(answer.person), payload };
}

function choice({ id, first_name }, suggested) {
  const checked = id === suggested;
  return h(
    "label",
    {},
    h("input", { type: "radio", name: "person", value: id, required: true, checked }),
    h("span", {}, first_name),
  );
}

/** Shows a text that has to be confirmed, as answerCallbackQuery does with show_alert. */
export function showAlert(title, text) {
  const dialog = document.getElementById("alert-dialog");
  dialog.querySelector("h2").textContent = title;
  dialog.querySelector("p").textContent = text;
  return asked(dialog);
}
