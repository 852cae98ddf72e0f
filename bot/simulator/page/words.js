/** Dates, times and sizes in words. Every moment comes and goes as an ISO string or as milliseconds. */

const formats = new Map();

function format(language, zone, options) {
  const key = JSON.stringify([language, zone, options]);
  if (!formats.has(key)) {
    const locale = language === "en" ? "en-GB" : language; // plain "en" would be American
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: "h23", ...options }));
  }
  return formats.get(key);
}

const at = (moment) => new Date(moment);

/** "Monday, 24 November 2025", in the reader's language. */
export function day(moment, zone, language = "en-GB") {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return format(language, zone, options).format(at(moment)).replace(/^(\p{L}+) (?=\d)/u, "$1, ");
}

/** "10:05" (in Indonesian "10.05"). */
export function time(moment, zone, language = "en-GB") {
  return format(language, zone, { hour: "2-digit", minute: "2-digit" }).format(at(moment));
}

/** "Tue 25 Nov, 09:00". */
export function short(moment, zone) {
  const date = format("en-GB", zone, { weekday: "short", day: "numeric", month: "short" }).format(at(moment));
  return `${date.replace(",", "")}, ${time(moment, zone)}`;
}

/** Which part of the day it is there: "in the morning". */
export function partOfDay(moment, zone) {
  const hour = Number(format("en-GB", zone, { hour: "2-digit" }).format(at(moment)));
  if (hour < 4 || hour >= 22) return "at night";
  if (hour < 12) return "in the morning";
  return hour < 18 ? "in the afternoon" : "in the evening";
}

/** "42 KB". */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / 1024 / 1024, "MB"];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
