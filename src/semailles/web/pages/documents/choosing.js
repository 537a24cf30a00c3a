// Words chosen in a passage lead to the form that writes an idea with them; the plain link of the page does the same without.
"use strict";

const bar = document.querySelector("[data-write]");
const LONGEST_CHOICE = 1500;

function passageOf(node) {
  const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element?.closest?.("[id^='p-']");
}

document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  const words = chosen.toString().replace(/\s+/g, " ").trim();
  const range = chosen.rangeCount ? chosen.getRangeAt(0) : null;
  const passage = passageOf(range?.startContainer);
  // a whole paragraph chosen by three clicks ends where the next one begins
  const isOne = range && (passage === passageOf(range.endContainer) || range.endOffset === 0);
  const fits = words.length > 2 && words.length < LONGEST_CHOICE && passage && isOne;
  if (fits) {
    const rank = passage.id.slice(2);
    bar.querySelector("a").href = `${bar.dataset.write}&passage=${rank}&mots=${encodeURIComponent(words)}`;
    bar.hidden = false;
  } else if (chosen.isCollapsed) {
    bar.hidden = true;
  }
});
