// Who signs out leaves no copy in this browser: the server has them all first; of what it could not take, their writer decides.
"use strict";

{
  const door = document.querySelector("form[data-signs-out]"), asked = document.getElementById("left-behind");
  const copies = () => Object.keys(localStorage).filter((key) => key.startsWith(`semailles:${document.body.dataset.who}/`));
  const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const erase = (keys) => { for (const key of keys) localStorage.removeItem(key); };
  const PATIENCE = 8000;

  async function isTaken(kept) {
    if (!kept || kept.reached) return true;
    const words = new URLSearchParams(kept.fields);
    words.set("csrfmiddlewaretoken", door.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(door.dataset.signsOut, { method: "POST", body: words, headers: { "HX-Request": "true" }, redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
      return answer.headers.get("Draft") === kept.draft;
    } catch { return false; }
  }

  async function leave(form) {
    const left = [];
    for (const key of copies()) {
      if (await isTaken(read(key))) erase([key]);
      else left.push(key);
    }
    if (!left.length) { form.submit(); return; }
    asked.querySelector("[data-number]").textContent = left.length;
    asked.querySelector("[data-erases]").onclick = () => { erase(left); form.submit(); };
    asked.querySelector("[data-leaves]").onclick = () => form.submit();
    asked.querySelector("[data-stays]").onclick = () => asked.close();
    asked.showModal();
  }

  for (const form of door ? document.forms : []) {
    if (form.action !== door.action) continue;
    form.addEventListener("submit", (event) => {
      if (!copies().length) return;
      event.preventDefault();
      leave(form);
    });
  }
}
