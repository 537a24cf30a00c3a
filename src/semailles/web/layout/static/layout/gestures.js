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
