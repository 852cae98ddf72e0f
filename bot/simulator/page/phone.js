/** A phone: whose it is, the chat with the bot, and what stands in place of the composer. */

import { h } from "./dom.js";
import { makeComposer } from "./composer.js";
import { makeLog } from "./log.js";
import { openMenu } from "./menu.js";
import { contentOf, descriptionFor, languageOf } from "./state.js";

const TOAST_MS = 4000;
const PENDING_MS = 4000;
const ADD = "add";

/**
 * A phone from the page's template. `on` takes what its holder does, each with the person's id first: say, press,
 * send, edit, block, start, botLink; and choose(id), add(), copy(text).
 * Returns { element, show(person, state, unread), toast(text), settled(), focus() }.
 */
export function makePhone(on) {
  const element = document.getElementById("phone").content.cloneNode(true).firstElementChild;
  const body = element.querySelector(".phone");
  const toast = makeToast(element.querySelector(".toast"));
  const pending = makePending();
  let person = null;
  let username = "";
  const mine = (action) => (...rest) => on[action](person.id, ...rest);

  const composer = makeComposer(body, { say: mine("say"), edit: mine("edit"), send: mine("send") });
  const showLog = makeLog(element.querySelector(".log"), element.querySelector(".down"), {
    get username() {
      return username;
    },
    press: (message, data, button) => (pending.begin(button), on.press(person.id, message.message_id, data)),
    botLink: mine("botLink"),
    command: mine("say"),
    copy: (text) => on.copy(text, toast),
    leave: composer.focus,
    menu: (message, anchor) => openMenu(anchor, "Message", messageItems(message, composer, (text) => on.copy(text, toast))),
  });
  makeOwner(element, on, () => person);
  element.querySelector(".vacant button").addEventListener("click", () => on.add());
  element.querySelector(".instead button").addEventListener("click", () => {
    if (person.blocked) on.block(person.id, false);
    else on.start(person.id);
  });

  return {
    element,
    toast,
    settled: pending.end,
    focus: composer.focus,
    show(shown, state, unread) {
      [person, username] = [shown, state.bot.username];
      showOwner(element, shown, state, unread);
      body.hidden = !shown;
      element.querySelector(".vacant").hidden = Boolean(shown);
      if (!shown) return;
      showHead(body, shown, state.bot);
      showLog({ person: shown, bot: state.bot, zone: state.clock.zone, language: languageOf(shown) });
      composer.show(shown, state.bot);
      showInstead(body, shown, state.bot);
    },
  };
}

function messageItems(message, composer, copy) {
  const editable = !message.from_bot && message.text && !message.file && !contentOf(message);
  return [
    editable && { text: "Edit", icon: "edit", choose: () => composer.edit(message) },
    { text: "Reply", icon: "reply", choose: () => composer.reply(message) },
    message.text && { text: "Copy text", icon: "copy", choose: () => copy(message.text) },
  ].filter(Boolean);
}

function makeOwner(element, on, holder) {
  const select = element.querySelector("select");
  select.addEventListener("change", () => {
    const chosen = select.value;
    select.value = holder()?.id ?? "";
    if (chosen === ADD) on.add();
    else on.choose(Number(chosen));
  });
  const block = element.querySelector(".switch");
  block.addEventListener("click", () => on.block(holder().id, !holder().blocked));
}

function showOwner(element, person, { people }, unread) {
  const name = person ? `${person.first_name}’s phone` : "A phone for somebody else";
  element.querySelector("h2").textContent = name;
  element.querySelector(".owner").hidden = !person;
  const select = element.querySelector("select");
  const label = ({ id, first_name }) => (unread.get(id) ? `${first_name} (${unread.get(id)} new)` : first_name);
  const options = [...people.map((one) => [one.id, label(one)]), [ADD, "Add a person…"]];
  if (select.dataset.shown !== JSON.stringify(options)) {
    select.dataset.shown = JSON.stringify(options);
    select.replaceChildren(...options.map(([value, text]) => h("option", { value }, text)));
  }
  select.value = person?.id ?? "";
  element.querySelector(".switch").setAttribute("aria-checked", String(Boolean(person?.blocked)));
}

function showHead(body, person, bot) {
  body.querySelector("h3").textContent = bot.name;
  body.querySelector(".presence").classList.toggle("typing", Boolean(person.typing));
  body.querySelector(".log").setAttribute("aria-label", `Chat of ${person.first_name} with ${bot.name}`);
}

/** Before Start, and while the bot is blocked, one button stands where the composer would be. */
function showInstead(body, person, bot) {
  const open = person.started && !person.blocked;
  const instead = body.querySelector(".instead");
  const hadFocus = instead.contains(document.activeElement);
  body.querySelector(".composer").hidden = !open;
  body.querySelector(".suggestions").classList.toggle("away", !open);
  instead.hidden = open;
  instead.querySelector("p").textContent = person.blocked ? `${person.first_name} has blocked the bot: it cannot write here.` : "";
  instead.querySelector("button").textContent = person.blocked ? "Unblock" : "Start";
  const about = body.querySelector(".about");
  about.textContent = descriptionFor(bot, person);
  about.lang = languageOf(person);
  about.hidden = person.started || person.messages.length > 0 || !about.textContent;
  if (open && hadFocus) body.querySelector("textarea").focus();
}

/** A line that comes over the chat and goes by itself; it is read out, and stays while the next one comes. */
function makeToast(place) {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    place.textContent = text;
    place.classList.add("shown");
    timer = setTimeout(() => place.classList.remove("shown"), TOAST_MS);
  };
}

/** A pressed button shows that it waits until the bot answers, or for a while. */
function makePending() {
  let button = null;
  let timer = 0;
  const end = () => {
    clearTimeout(timer);
    button?.removeAttribute("aria-busy");
    button = null;
  };
  return {
    end,
    begin(pressed) {
      end();
      button = pressed;
      button.setAttribute("aria-busy", "true");
      timer = setTimeout(end, PENDING_MS);
    },
  };
}
