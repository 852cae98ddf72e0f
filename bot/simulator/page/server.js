/** The simulator as this page knows it: one function a call, and one stream of what happens. */

async function ask(path, body) {
  const request = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, request);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `The simulator answered ${response.status}.`);
  return answer;
}

/** Each resolves with the simulator's answer and rejects with an Error whose message a person can read. */
export const server = {
  state: () => ask("/phones/state"),
  addPerson: (first_name, language_code) => ask("/phones", { first_name, language_code }),
  start: (person, payload = "") => ask(`/phones/${person}/start`, { payload }),
  open: (person, payload) => ask(`/phones/${person}/open`, { payload }),
  say: (person, text, reply_to) => ask(`/phones/${person}/say`, { text, reply_to }),
  press: (person, message_id, data) => ask(`/phones/${person}/press`, { message_id, data }),
  send: (person, kind) => ask(`/phones/${person}/send`, { kind }),
  edit: (person, message_id, text) => ask(`/phones/${person}/edit`, { message_id, text }),
  block: (person, blocked) => ask(`/phones/${person}/block`, { blocked }),
  moveClock: (by) => ask("/clock", { by }),
};

const RETRY_MS = 1000;

/**
 * Follows the simulator for as long as the page is open. Each time the stream opens, `onState` gets
 * everything anew and then `onEvent` what came meanwhile; `onConnection` hears whether the simulator answers.
 */
export function follow({ onState, onEvent, onConnection }) {
  const source = new EventSource("/phones/events");
  let held = []; // events are kept back until the state that they change is here
  const again = () => {
    source.close();
    onConnection(false);
    setTimeout(() => follow({ onState, onEvent, onConnection }), RETRY_MS);
  };
  source.onopen = async () => {
    held = [];
    try {
      onState(await server.state());
    } catch {
      again();
      return;
    }
    onConnection(true);
    const late = held;
    held = null;
    late.forEach(onEvent);
  };
  source.onmessage = ({ data }) => (held ? held.push(JSON.parse(data)) : onEvent(JSON.parse(data)));
  source.onerror = () => {
    held = [];
    if (source.readyState === EventSource.CLOSED) again();
    else onConnection(false);
  };
}
