// Sorting together by keys. Each key presses a button, ticks a box or follows a link of the page: nothing here that the page does not offer without it.
"use strict";

const TYPING = "input:not([type=radio], [type=checkbox]), textarea, select";
const asked = () => document.querySelector("#plenary details[open]");

function press(key) {
  const target = document.querySelector(`#plenary [data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.tagName !== "DETAILS") {
    target.click();
    return true;
  }
  target.open = !target.open;
  if (target.open) target.querySelector(".panel input")?.focus();
  return true;
}

function turn(key) {
  const link = document.querySelector(key === "ArrowLeft" || key === "PageUp" ? ".turn [rel=prev]" : ".turn [rel=next]");
  link?.click();
  return Boolean(link);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && asked()) {
    const closing = asked();
    closing.open = false;
    closing.querySelector("summary").focus();
    return;
  }
  if (event.target.matches?.(TYPING)) return;
  const isTurn = ["ArrowLeft", "ArrowRight", "PageUp", "PageDown"].includes(event.key);
  if (isTurn ? turn(event.key) : press(event.key.toLowerCase())) event.preventDefault();
});
