/** The clock at the top: the domain's date and time in words, and the buttons that move it forward. */

import { day, partOfDay, short, time } from "./words.js";

const TICK_MS = 1000;
const NOTHING_PLANNED = "Nothing is planned: the bot waits for somebody to write.";

/**
 * Brings the clock's section to life. `move(by)` is called for the four buttons.
 * Returns a function that shows a CLOCK ({ now, target, next_due, zone }) and keeps it ticking.
 */
export function makeClock(section, move) {
  const steps = section.querySelector(".steps");
  const spoken = section.querySelector("[role=status]");
  const showFace = makeFace(section);
  let clock = null;
  let since = 0;

  steps.addEventListener("click", ({ target }) => {
    const by = target.closest("button")?.dataset.by;
    if (by === "next" && !clock?.next_due) spoken.textContent = NOTHING_PLANNED;
    else if (by) move(by);
  });
  setInterval(() => clock && showFace(clock, Date.now() - since), TICK_MS);

  return (given) => {
    if (given === clock) return;
    spoken.textContent = news(clock, given) ?? spoken.textContent;
    clock = given;
    since = Date.now();
    showFace(clock, 0);
    showNext(steps.querySelector(".next"), clock);
  };
}

/** What a screen reader says of a change: where the clock goes, where it has arrived; undefined for none. */
function news(before, { now, target, zone }) {
  if (target && target !== before?.target) return `Moving to ${short(target, zone)}.`;
  return before?.target && !target ? `It is ${day(now, zone)}, ${time(now, zone)}.` : undefined;
}

function makeFace(section) {
  const [date, hour, part] = ["time", ".time", ".part"].map((query) => section.querySelector(query));
  return (clock, elapsed) => {
    const { target, zone } = clock;
    const now = Date.parse(clock.now) + (target ? 0 : elapsed);
    date.dateTime = new Date(now).toISOString();
    date.textContent = day(now, zone);
    hour.textContent = `${time(now, zone)} WIB`;
    part.textContent = target ? `→ ${short(target, zone)}` : partOfDay(now, zone);
    section.classList.toggle("moving", Boolean(target));
  };
}

function showNext(button, { next_due, zone }) {
  button.querySelector("small").textContent = next_due ? short(next_due, zone) : "nothing planned";
  button.setAttribute("aria-disabled", String(!next_due));
}
