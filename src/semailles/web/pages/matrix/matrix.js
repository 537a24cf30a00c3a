// The quotes of a cell come beside the matrix: the cell stays marked, and the panel is brought in sight where it lies below.
"use strict";

const panel = document.getElementById("passages");

panel?.addEventListener("htmx:afterSwap", (event) => {
  const cell = event.detail.requestConfig?.elt;
  if (!cell?.matches("a.cell-in")) return;
  for (const last of document.querySelectorAll(".matrix [aria-current]")) last.removeAttribute("aria-current");
  cell.setAttribute("aria-current", "true");
  const { top, bottom } = panel.getBoundingClientRect();
  if (bottom < 0 || top > window.innerHeight * 0.75) panel.scrollIntoView();
});
