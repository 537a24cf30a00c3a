// Sorting by keys. Each key presses a button or follows a link of the page: nothing here that the page does not offer without it.
"use strict";

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select";
const board = () => document.getElementById("board");
const fieldset = () => board()?.querySelector("fieldset.asked");
const boxes = () => [...board().querySelectorAll(".queue input[type=checkbox]")];

function askFor(mode) {
  leave();
  const asked = board().querySelector(`fieldset[data-mode="${mode}"]`);
  if (!asked) return;
  asked.classList.add("asked");
  asked.scrollIntoView({ block: "nearest" });
  asked.focus();
}

function leave() {
  fieldset()?.classList.remove("asked");
}

// In a choice that is asked for, a figure chooses and presses the button under it.
function choose(figure) {
  const asked = fieldset();
  const answer = asked.querySelectorAll("input[type=radio]")[figure - 1];
  if (!answer) return;
  answer.checked = true;
  asked.querySelector("button").click();
}

function counted() {
  const said = board().querySelector("[data-chosen]");
  const count = boxes().filter((box) => box.checked).length;
  if (!said) return;
  said.hidden = count === 0;
  said.querySelector("strong").textContent = String(count + 1);
}

// The choice grows downwards from the idea that is read, one idea at a time.
function takeMore(step) {
  const all = boxes();
  const here = all.findIndex((box) => box.disabled);
  const last = all.reduce((found, box, at) => (at > here && box.checked ? at : found), here);
  const box = all[step > 0 ? last + 1 : last];
  if (!box || box.disabled) return;
  box.checked = step > 0;
  box.scrollIntoView({ block: "nearest" });
  counted();
}

function press(key) {
  const target = [...board().querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!target) return false;
  if (target.tagName === "DETAILS") target.open = !target.open;
  else target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (!board() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") leave();
  if (event.target.matches?.(TYPING)) return;
  const key = event.key.toLowerCase();
  if (event.shiftKey && (key === "j" || key === "k")) takeMore(key === "j" ? 1 : -1);
  else if (fieldset() && /^[1-9]$/.test(key)) choose(Number(key));
  else if (key === "2" || key === "3") askFor(key);
  else if (!press(key)) return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("#board a[data-key='2'], #board a[data-key='3']");
  if (opener) {
    event.preventDefault();
    askFor(opener.dataset.key);
    return;
  }
  // Shift and a click: everything from the idea that is read to that one.
  const line = event.target.closest?.("#board .queue a");
  if (!line || !event.shiftKey) return;
  event.preventDefault();
  const lines = [...board().querySelectorAll(".queue li")];
  const here = lines.findIndex((one) => one.classList.contains("here"));
  const there = lines.indexOf(line.closest("li"));
  boxes().forEach((box, at) => {
    box.checked = !box.disabled && at >= Math.min(here, there) && at <= Math.max(here, there);
  });
  counted();
});

document.addEventListener("change", (event) => {
  if (event.target.closest?.("#board .queue")) counted();
});

// After each gesture: say what was done and where one is, and stand on the idea that comes.
document.addEventListener("htmx:afterSettle", () => {
  if (!board()) return;
  board().dataset.ready = "yes";
  document.getElementById("announced").textContent = [board().dataset.said, board().dataset.sorted].filter(Boolean).join(" ");
  const heading = document.getElementById("reading");
  heading?.focus({ preventScroll: true });
  if (heading && heading.getBoundingClientRect().top < 0) heading.scrollIntoView();
});
