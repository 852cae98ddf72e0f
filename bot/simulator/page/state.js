/** What the page knows, and how each event of the simulator changes it. Pure: every change is a new state. */

function withPerson(state, id, change) {
  return { ...state, people: state.people.map((person) => (person.id === id ? change(person) : person)) };
}

function withMessage(person, message) {
  const others = person.messages.filter(({ message_id }) => message_id !== message.message_id);
  const messages = [...others, message].sort((one, two) => one.message_id - two.message_id);
  return { ...person, messages, typing: message.from_bot ? false : person.typing };
}

const put = (state, event) => withPerson(state, event.person, (person) => withMessage(person, event.message));

const CHANGES = {
  message: put,
  edited: put,
  deleted: (state, event) =>
    withPerson(state, event.person, (person) => ({
      ...person,
      messages: person.messages.filter(({ message_id }) => message_id !== event.message_id),
    })),
  typing: (state, event) => withPerson(state, event.person, (person) => ({ ...person, typing: event.on })),
  person: (state, event) => {
    const known = state.people.some(({ id }) => id === event.person.id);
    if (!known) return { ...state, people: [...state.people, { messages: [], ...event.person }] };
    return withPerson(state, event.person.id, (person) => ({ ...person, ...event.person }));
  },
  clock: (state, event) => ({ ...state, clock: event.clock }),
  bot: (state, event) => ({ ...state, bot: event.bot }),
};

/** The state after the event; the same state for events that change none (a toast). */
export function after(state, event) {
  return CHANGES[event.type]?.(state, event) ?? state;
}

/** What the person sent where it is no text ("sticker", "voice message"), or null. */
export function contentOf(message) {
  return (!message.from_bot && /^\[([a-z ]+)\]$/.exec(message.text)?.[1]) || null;
}

/** The language of the person's Telegram, as a language tag; Telegram may not know it. */
export const languageOf = (person) => person.language_code ?? "en";

/** The commands of the bot's menu as the person sees them. */
export function commandsFor(bot, person) {
  return bot.commands[person.language_code] ?? bot.commands[""] ?? [];
}

/** What the bot says of itself before Start, in the person's language where it has one; may be "". */
export function descriptionFor(bot, person) {
  return bot.description[person.language_code] ?? bot.description[""] ?? "";
}

/** The rows of the reply keyboard that stands below the person's chat; none after it was removed. */
export function replyKeyboard(person) {
  const last = person.messages.findLast((message) => message.reply_keyboard || message.remove_keyboard);
  return last?.reply_keyboard ?? [];
}

/** The message whose buttons wait for the person: the bot's newest with buttons since they last wrote. */
export function waiting(person) {
  const mine = person.messages.findLastIndex((message) => !message.from_bot);
  return person.messages.slice(mine + 1).findLast((message) => message.keyboard?.length);
}
