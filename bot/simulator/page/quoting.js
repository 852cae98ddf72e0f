/** The bar above the field while the text in it replies to a message or replaces one. */

/**
 * Brings the bar to life. `write(text)` fills the field. Returns begin(verb, message) with "reply" or "edit";
 * end(), which gives { verb, message } or null; and cancel().
 */
export function makeQuoting(bar, field, write) {
  let about = null;
  const end = () => {
    const ended = about;
    about = null;
    bar.hidden = true;
    return ended;
  };
  const cancel = () => {
    if (end()?.verb === "edit") write("");
    field.focus();
  };
  bar.querySelector("button").addEventListener("click", cancel);
  return {
    end,
    cancel,
    begin(verb, message) {
      about = { verb, message };
      bar.querySelector("strong").textContent = verb === "edit" ? "Edit:" : "Reply to:";
      bar.querySelector("span").textContent = message.text || message.file?.name || "";
      bar.querySelector("use").setAttribute("href", `#icon-${verb}`);
      bar.hidden = false;
      if (verb === "edit") write(message.text);
      field.focus();
    },
  };
}
