/** The page: two phones, the people who hold them, the clock; everything follows the simulator's events. */

import { makeClock } from "./clock.js";
import { askOpener, askPerson, showAlert } from "./dialog.js";
import { makePhone } from "./phone.js";
import { follow, server } from "./server.js";
import { showShare } from "./share.js";
import { makeStage } from "./stage.js";
import { after, languageOf } from "./state.js";

const PAIR = [
  ["Sari", "id"],
  ["Pak Budi", "id"],
];

let state = null;
const unread = new Map();
const element = (id) => document.getElementById(id);
const showClock = makeClock(document.querySelector(".clock"), (by) => attempt(server.moveClock(by)));
const phones = [0, 1].map((place) => makePhone(actions(place)));
const stage = makeStage(element("stage"), phones, render);

function actions(place) {
  const here = (call) => (...given) => attempt(call(...given), place);
  return {
    say: here(server.say),
    press: here(server.press),
    send: here(server.send),
    edit: here(server.edit),
    block: here(server.block),
    start: here(server.start),
    botLink: (person, href) => openLink(href, person),
    share,
    choose: (person) => stage.choose(place, person),
    add: () => addPerson(place),
    copy,
  };
}

/** Waits for what somebody did; what the simulator refuses is said on the phone where they did it. */
async function attempt(doing, place = stage.front()) {
  try {
    return await doing;
  } catch (error) {
    phones[place].toast(error.message);
    return null;
  }
}

async function addPerson(place) {
  const asked = await askPerson();
  const person = asked && (await attempt(server.addPerson(asked.first_name, asked.language_code), place));
  if (!person) return;
  state = after(state, { type: "person", person }); // the event may come after the answer
  stage.choose(place ?? stage.free(), person.id);
}

async function addPair() {
  for (const [name, language] of PAIR) await attempt(server.addPerson(name, language));
}

async function openLink(href, from) {
  const opened = await askOpener(href, state.people, from, state.bot.username);
  if (!opened) return;
  stage.bring(opened.person, from);
  const place = stage.placeOf(opened.person);
  phones[place].focus();
  await attempt(server.open(opened.person, opened.payload), place);
}

/** Shows what somebody would send by WhatsApp. */
function share(person, href) {
  const language = languageOf(state.people.find(({ id }) => id === person));
  const { username } = state.bot;
  showShare(href, language, {
    username,
    copy,
    botLink: (link) => openLink(link, person),
    share: (link) => share(person, link),
  });
}

async function copy(text, toast) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied.");
  } catch {
    // Without https and off this machine a page may not write to the clipboard: the text is shown instead.
    showAlert("Copy this text", text);
  }
}

function render() {
  if (!state) return;
  document.title = `${state.bot.name} on your own machine`;
  showClock(state.clock);
  stage.show(state, unread);
  element("open-link").disabled = state.people.length === 0;
}

function happened(event) {
  state = after(state, event);
  const place = stage.placeOf(event.person);
  if (event.type === "message" && event.message.from_bot && !stage.visible(place)) {
    unread.set(event.person, (unread.get(event.person) ?? 0) + 1);
  }
  if (event.type !== "typing") phones[place]?.settled();
  if (event.type === "toast" && event.text) announce(event, place);
  render();
}

function announce({ text, alert }, place) {
  if (alert) showAlert(state.bot.name, text);
  else phones[place]?.toast(text);
}

element("add-person").addEventListener("click", () => addPerson());
element("add-first").addEventListener("click", () => addPerson());
element("add-pair").addEventListener("click", addPair);
element("open-link").addEventListener("click", () => openLink("", null));
follow({
  onState(fresh) {
    state = fresh;
    render();
  },
  onEvent: happened,
  onConnection: (there) => document.querySelector(".offline").toggleAttribute("hidden", there),
});
