/** A phone: whose it is, the chat with the bot, and what stands in place of the composer. */

import { makeComposer } from "./composer.js";
import { makeLog } from "./log.js";
import { openMenu } from "./menu.js";
import { makeOwner } from "./owner.js";
import { makePending, makeToast } from "./passing.js";
import { contentOf, descriptionFor, languageOf } from "./state.js";

/**
 * A phone from the page's template. `on` takes what its holder does, each with the person's id first: say,
 * press, send, edit, block, start, botLink, share; and choose(id), add(), copy(text, toast).
 * Returns { element, show(person or null, state, unread), toast(text), settled(), focus() }.
 */
export function makePhone(on) {
  const element = document.getElementById("phone").content.cloneNode(true).firstElementChild;
  const body = element.querySelector(".phone");
  const toast = makeToast(element.querySelector(".toast"));
  const pending = makePending();
  const held = { person: null, username: "" };
  const mine = (action) => (...rest) => on[action](held.person.id, ...rest);
  const composer = makeComposer(body, { say: mine("say"), edit: mine("edit"), send: mine("send") });
  const onTap = taps(held, mine, on, { toast, pending, composer });
  const parts = {
    owner: makeOwner(element, on, () => held.person),
    log: makeLog(body.querySelector(".log"), body.querySelector(".down"), onTap),
    composer,
  };
  element.querySelector(".vacant button").addEventListener("click", () => on.add());
  element.querySelector(".instead button").addEventListener("click", () => {
    const { id, blocked, link } = held.person;
    if (blocked && !link) on.block(id, false);
    else on.start(id);
  });
  const show = (person, state, unread) => {
    Object.assign(held, { person, username: state.bot.username });
    parts.owner(person, state.people, unread);
    body.hidden = !person;
    element.querySelector(".vacant").hidden = Boolean(person);
    if (person) showChat(body, parts, person, state);
  };
  const focus = () => body.querySelector(".composer:not([hidden]) textarea, .instead button").focus();
  return { element, show, toast, settled: pending.end, focus };
}

/** What taps in the chat do. */
function taps(held, mine, on, { toast, pending, composer }) {
  const copy = (text) => on.copy(text, toast);
  return {
    get username() {
      return held.username;
    },
    press(message, data, button) {
      pending.begin(button);
      on.press(held.person.id, message.message_id, data);
    },
    menu: (message, anchor) => openMenu(anchor, "Message", messageItems(message, composer, copy)),
    botLink: mine("botLink"),
    share: mine("share"),
    command: mine("say"),
    copy,
    leave: composer.focus,
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

function showChat(body, { log, composer }, person, { bot, clock }) {
  body.querySelector("h3").textContent = bot.name;
  body.querySelector(".presence").classList.toggle("typing", Boolean(person.typing));
  body.querySelector(".log").setAttribute("aria-label", `Chat of ${person.first_name} with ${bot.name}`);
  log({ person, bot, zone: clock.zone, language: languageOf(person) });
  composer.show(person, bot);
  showAbout(body.querySelector(".about"), person, bot);
  showInstead(body, person);
}

/** What the bot says of itself to somebody who has not started. */
function showAbout(about, person, bot) {
  about.textContent = descriptionFor(bot, person);
  about.lang = languageOf(person);
  about.hidden = person.started || person.messages.length > 0 || !about.textContent;
}

/** Before Start, and while the bot is blocked, one button stands where the composer would be. */
function showInstead(body, { first_name, started, blocked, link }) {
  const open = started && !blocked;
  const instead = body.querySelector(".instead");
  const hadFocus = instead.contains(document.activeElement);
  body.querySelector(".composer").hidden = !open;
  body.querySelector(".suggestions").classList.toggle("away", !open);
  instead.hidden = open;
  const why = `${first_name} has blocked the bot: it cannot write here.`;
  instead.querySelector("p").textContent = blocked ? why : "";
  const coming = link ? "Restart" : "Unblock";
  instead.querySelector("button").textContent = blocked ? coming : "Start";
  if (open && hadFocus) body.querySelector("textarea").focus();
}
