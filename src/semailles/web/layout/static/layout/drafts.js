// What is typed and not yet saved is kept in this browser until the server says that it was taken; it is kept on the server too, a moment after.
"use strict";

{
  const KEPT = "semailles:", WHO = document.body.dataset.who || "", DAYS = 30, PAUSE = 2000;
  const KINDS = /^(text|search|email|url|tel|number|date|textarea|select-one|hidden)$/;
  const shelf = WHO ? localStorage : sessionStorage;  // a visitor's words go with their tab: the next one finds nothing

  const store = {
    all: () => Object.keys(shelf).filter((key) => key.startsWith(KEPT)),
    read(key) { try { return JSON.parse(shelf.getItem(key)); } catch { return null; } },
    write(key, kept) { try { shelf.setItem(key, JSON.stringify(kept)); } catch { /* no room: the server keeps it */ } },
  };

  // The server names the draft that it took: its copy goes. So does what nobody touched for a month; and a visitor's words, which bear no name, once they
  // were sent and the page that came says nothing against them.
  const took = /(?:^|; )draft_taken=([0-9a-f-]+)/.exec(document.cookie)?.[1];
  const isAgainst = document.querySelector("[aria-invalid], #faults, .lost") !== null;
  for (const key of store.all()) {
    const kept = store.read(key);
    if (!kept || (took && kept.draft === took) || (kept.sent && !isAgainst) || Date.now() - kept.at > DAYS * 864e5) shelf.removeItem(key);
    else if (kept.sent) store.write(key, { ...kept, sent: false });
  }
  if (took) document.cookie = "draft_taken=; path=/; max-age=0; samesite=lax";

  const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.name !== "csrfmiddlewaretoken" && field.name !== "sent_once" && KINDS.test(field.type));
  const typedIn = (form) => Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));

  function putBack(form, kept) {
    const typed = typedIn(form), names = Object.keys(kept.fields).filter((name) => name in typed && !name.startsWith("draft_"));
    const seen = fieldsOf(form).filter((field) => field.type !== "hidden").map((field) => field.name);
    if (!names.some((name) => seen.includes(name) && kept.fields[name] !== typed[name])) return;
    for (const field of fieldsOf(form)) if (field.name in kept.fields && field.name !== "draft_page" && field.name !== "draft_title") field.value = kept.fields[field.name];
    const said = form.querySelector("[data-put-back]");
    if (said) said.hidden = false;
    form.querySelector(`[data-draft="${kept.draft}"]`)?.remove();  // the same words, as the server kept them
  }

  for (const form of document.querySelectorAll("form[data-keeps]")) {
    const key = `${KEPT}${WHO}${location.pathname}#${form.dataset.keeps}`, kept = store.read(key);
    const keeper = form.querySelector("[data-keeping]");
    const comesBack = form.querySelector("[aria-invalid]") || document.getElementById("faults") || new URLSearchParams(location.search).has("reprendre");
    if (kept && !comesBack) putBack(form, kept);
    let pause = 0;
    form.addEventListener("input", () => {
      store.write(key, { at: Date.now(), draft: form.elements.draft_key?.value, fields: typedIn(form) });
      clearTimeout(pause);
      if (keeper) pause = setTimeout(() => keeper.dispatchEvent(new Event("keep")), PAUSE);
    });
    keeper?.addEventListener("htmx:afterOnLoad", (event) => {
      const copy = store.read(key), words = event.detail.requestConfig.parameters;
      const isSame = copy && Object.entries(copy.fields).every(([name, value]) => words.get(name)?.replaceAll("\r\n", "\n") === value);
      if (isSame && event.detail.xhr.getResponseHeader("Draft") === copy.draft) store.write(key, { ...copy, reached: true });
    });
    form.addEventListener("submit", () => {
      clearTimeout(pause);
      const copy = store.read(key);
      if (copy && !copy.draft) store.write(key, { ...copy, sent: true });
    });
    form.querySelector("[data-start-again]")?.addEventListener("click", () => {
      shelf.removeItem(key);
      location.replace(location.href);
    });
  }

  // A keeping that does not arrive says so, and nothing of another page enters this one.
  for (const keeper of document.querySelectorAll("[data-keeping]")) {
    const unreached = () => { keeper.textContent = keeper.dataset.unreached; };
    keeper.addEventListener("htmx:sendError", unreached);
    keeper.addEventListener("htmx:beforeOnLoad", (event) => {
      if (!event.detail.xhr.getResponseHeader("HX-Redirect")) return;
      event.preventDefault();  // who is writing is not led away from what they write
      keeper.textContent = keeper.dataset.ended;
    });
    keeper.addEventListener("htmx:beforeSwap", (event) => {
      const asked = new URL(keeper.getAttribute("hx-post"), location.href).href;
      if (event.detail.xhr.status === 200 && event.detail.xhr.responseURL === asked) return;
      event.detail.shouldSwap = false;
      keeper.textContent = event.detail.xhr.responseURL === asked ? keeper.dataset.unreached : keeper.dataset.ended;
    });
  }
}
