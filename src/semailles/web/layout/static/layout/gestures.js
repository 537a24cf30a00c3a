// Gestures that a page gains with scripts; each has its plain way without.
"use strict";

const finder = document.getElementById("find");

function openFinder() {
  if (!finder || finder.open) return;
  finder.showModal();
  document.getElementById("find-words").select();
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openFinder();
  }
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens=find]");
  if (opener && finder && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openFinder();
  }
  if (event.target === finder) finder.close();
});

// In the finder, arrows go from one answer to the next, Enter in the field follows the first, a letter goes on typing.
finder?.addEventListener("keydown", (event) => {
  const answers = [...finder.querySelectorAll("#found .answers a")];
  const here = answers.indexOf(document.activeElement);
  const words = document.getElementById("find-words");
  if (event.key === "Escape") {
    event.preventDefault();  // a search field would only be emptied
    finder.close();
  } else if (event.key === "ArrowDown" && answers.length) {
    event.preventDefault();
    answers[Math.min(here + 1, answers.length - 1)].focus();
  } else if (event.key === "ArrowUp" && here >= 0) {
    event.preventDefault();
    (here === 0 ? words : answers[here - 1]).focus();
  } else if (event.key === "Enter" && event.target === words && answers.length) {
    event.preventDefault();
    answers[0].click();
  } else if (here >= 0 && (event.key === "Backspace" || event.key.length === 1) && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    words.focus();
  }
});

// A form is sent once: the second click of a double click finds it closed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// What is typed and not yet saved is kept in this tab until a page answers that it was taken.
const KEPT = "semailles:", SENT = "semailles-sent";
if (sessionStorage.getItem(SENT) && !document.getElementById("faults") && !document.body.dataset.refused) {
  sessionStorage.removeItem(sessionStorage.getItem(SENT));
}
sessionStorage.removeItem(SENT);
for (const form of document.querySelectorAll("form[data-keeps]")) {
  const key = KEPT + location.pathname + "#" + form.dataset.keeps;
  const fields = () => [...form.elements].filter((field) => field.name.startsWith("shown_") || (field.name && /^(text|search|email|url|number|date|textarea|select-one)$/.test(field.type)));
  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  if (kept && !form.querySelector("[aria-invalid]")) {
    for (const field of fields()) if (field.name in kept) field.value = kept[field.name];
  }
  form.addEventListener("input", () => {
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields().map((field) => [field.name, field.value]))));
  });
  form.addEventListener("submit", () => sessionStorage.setItem(SENT, key));
}

// A text made ready is copied in one click; without scripts it is selected and copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies);
    text.select();
    await navigator.clipboard?.writeText(text.value);
  });
}

document.getElementById("faults")?.focus();
