/** One message as it stands in the chat: who, picture or file, text, time, buttons. */

import { h, icon } from "./dom.js";
import { tapOf } from "./links.js";
import { safe } from "./safe.js";
import { contentOf } from "./state.js";
import { size, time } from "./words.js";

/**
 * The element of a message. `chat` says where it stands: { person, bot, zone, language }. `on` says what taps
 * do: press(message, data, button), botLink(href), share(href), command(text), copy(text), menu(message,
 * anchor); and on.username is the bot's.
 */
export function messageElement(message, chat, on) {
  const author = message.from_bot ? chat.bot.name : chat.person.first_name;
  const bubble = h(
    "div",
    { class: bubbleClass(message) },
    h("span", { class: "unseen", lang: "en" }, `${author}: `),
    message.reply_to && quoteElement(message, chat),
    message.file && fileElement(message.file),
    contentOf(message) ? contentElement(contentOf(message)) : textElement(message, on),
    metaElement(message, chat),
  );
  const side = message.from_bot ? "theirs" : "mine";
  const article = h(
    "article",
    { class: `message ${side}`, tabindex: "-1", "data-id": message.message_id },
    h("div", { class: "beside" }, bubble, moreButton(message, on)),
    message.keyboard?.length > 0 && keyboardElement(message, on),
  );
  article.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a") || !getSelection().isCollapsed) return;
    event.preventDefault();
    on.menu(message, bubble);
  });
  return article;
}

function bubbleClass({ file, edited }) {
  return ["bubble", file && `with-${file.kind}`, edited && "edited"].filter(Boolean).join(" ");
}

function textElement(message, on) {
  const html = message.file?.caption_html || message.html;
  return html ? h("div", { class: "text", dir: "auto" }, safe(html, on)) : null;
}

function contentElement(content) {
  const drawn = { "voice message": "voice" }[content] ?? content;
  return h("p", { class: "content", lang: "en" }, icon(drawn), h("span", {}, content));
}

/** The message that this one replies to; a tap goes there. */
function quoteElement({ reply_to }, { person, bot }) {
  const quoted = person.messages.find(({ message_id }) => message_id === reply_to);
  if (!quoted) return null;
  const author = quoted.from_bot ? bot.name : person.first_name;
  const there = ({ currentTarget }) => {
    const target = currentTarget.closest(".thread").querySelector(`[data-id="${reply_to}"]`);
    target?.scrollIntoView({ block: "center" });
    target?.focus();
  };
  return h(
    "button",
    { type: "button", class: "quote", onclick: there },
    h("strong", {}, author),
    h("span", {}, quoted.text || quoted.file?.name),
  );
}

function metaElement(message, { zone, language }) {
  const edited = message.edited && h("span", { lang: "en" }, "edited ");
  const sent = h("time", { datetime: message.date }, time(message.date, zone, language));
  return h("p", { class: "meta" }, edited, sent);
}

function moreButton(message, on) {
  const open = ({ currentTarget }) => on.menu(message, currentTarget);
  const label = message.from_bot ? "More: reply, copy" : "More: edit, reply, copy";
  const spoken = { lang: "en", "aria-label": label, "aria-haspopup": "menu" };
  return h("button", { type: "button", class: "more", ...spoken, onclick: open }, icon("more"));
}

function fileElement({ kind, name, url, size: bytes }) {
  const away = { href: url, target: "_blank", rel: "noopener" };
  if (kind === "photo") return h("a", { class: "photo", ...away }, photo(url, name));
  const weight = bytes > 0 && h("small", { lang: "en" }, size(bytes));
  const words = h("span", {}, h("strong", {}, name), weight);
  return h("a", { class: "document", ...away }, h("span", { class: "sheet" }, icon("file")), words);
}

function photo(url, name) {
  const image = h("img", { src: url, alt: name ? `Picture: ${name}` : "Picture", lang: "en" });
  // The frame keeps a place from the start and takes the picture's own shape once that is known.
  image.addEventListener("load", () => {
    image.style.aspectRatio = `${image.naturalWidth} / ${image.naturalHeight}`;
  });
  return image;
}

function keyboardElement(message, on) {
  const rows = message.keyboard.map((row) => row.map((button) => keyElement(button, message, on)));
  const spoken = { role: "group", "aria-label": "Buttons of this message" };
  return h("div", { class: "keys", ...spoken }, ...rows.map((keys) => h("div", {}, ...keys)));
}

function keyElement({ text, data, url, copy_text }, message, on) {
  const key = (tap, mark, opens) =>
    h("button", { type: "button", class: "key", "aria-haspopup": opens, onclick: tap }, text, mark);
  if (data !== undefined) {
    const button = key(() => on.press(message, data, button));
    button.dataset.data = data;
    return button;
  }
  if (copy_text !== undefined) return key(() => on.copy(copy_text), icon("copy"));
  const tap = tapOf(url, on);
  if (tap) return key(tap, icon("out"), "dialog");
  const href = /^https?:/i.test(url) ? url : null;
  return h("a", { class: "key", href, target: "_blank", rel: "noopener noreferrer" }, text, icon("out"));
}
