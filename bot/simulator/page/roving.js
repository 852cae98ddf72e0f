/** The keyboard's way through a chat. */

import { waiting } from "./state.js";

/**
 * One message of a chat is in the tab order, with its buttons, and so are the buttons that wait for an
 * answer; the arrow keys walk through the rest. Otherwise every button ever sent would stand between chat and
 * composer. Returns show(person), to be called when the messages have changed; Escape calls `leave`.
 */
export function makeRoving(element, leave) {
  let asking = null;
  const settle = () => {
    const articles = [...element.querySelectorAll("article")];
    const isAsking = ({ dataset }) => dataset.id === asking;
    const focused = articles.find((article) => article.contains(document.activeElement));
    const current = focused ?? articles.findLast(isAsking) ?? articles.at(-1);
    for (const article of articles) putInTabOrder(article, article === current, isAsking(article));
  };
  element.addEventListener("focusin", settle);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    else walk(event, [...element.querySelectorAll("article")]);
  });
  return (person) => {
    asking = String(waiting(person)?.message_id);
    settle();
  };
}

function putInTabOrder(article, current, asking) {
  article.tabIndex = current ? 0 : -1;
  for (const control of article.querySelectorAll("a, button")) control.tabIndex = current || asking ? 0 : -1;
}

function walk(event, articles) {
  const here = articles.indexOf(event.target.closest("article"));
  const steps = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: articles.length - 1 };
  if (here < 0 || !(event.key in steps)) return;
  event.preventDefault();
  const next = articles[steps[event.key]];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
