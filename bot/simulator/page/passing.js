/** What shows for a moment and goes by itself: a toast, and the wait of a pressed button. */

const TOAST_MS = 4000;
const PENDING_MS = 4000;

/** Returns show(text): a line over the chat that is read out and goes after a while. */
export function makeToast(place) {
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    place.textContent = text;
    place.classList.add("shown");
    timer = setTimeout(() => place.classList.remove("shown"), TOAST_MS);
  };
}

/** Returns { begin(button), end() }: a pressed button shows that it waits, for a while at most. */
export function makePending() {
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
