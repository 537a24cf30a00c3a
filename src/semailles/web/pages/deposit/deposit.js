// Dropping files or a folder on the form; without scripts the field of files does the same.
"use strict";

const form = document.querySelector("[data-giving]");
const field = form?.querySelector("[data-drop]");
const said = form?.querySelector("[data-chosen-files]");
const folder = form?.querySelector("[data-folder]");

// The place of each file in its folder goes along: it says the team.
function places() {
  form.querySelectorAll("input[name=paths]").forEach((one) => one.remove());
  for (const file of field.files) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = "paths";
    input.value = file.place || file.webkitRelativePath || file.name;
    form.append(input);
  }
  const tooMany = field.files.length > Number(form.dataset.most);
  field.setCustomValidity(tooMany ? form.dataset.tooMany : "");
  said.hidden = field.files.length === 0;
  said.classList.toggle("error", tooMany);
  if (tooMany) {
    said.textContent = form.dataset.tooMany;
    return;
  }
  said.textContent = [...field.files].slice(0, 12).map((file) => file.place || file.webkitRelativePath || file.name).join(" · ") + (field.files.length > 12 ? ` … (${field.files.length})` : "");
}

async function filesIn(entry, above) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    file.place = above + entry.name;
    return [file];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    for (const one of some) found.push(...(await filesIn(one, `${above}${entry.name}/`)));
  }
  return found;
}

if (form) {
  folder.hidden = !("webkitdirectory" in field);
  folder.addEventListener("click", () => {
    field.webkitdirectory = true;
    field.click();
  });
  field.addEventListener("change", () => {
    places();
    field.webkitdirectory = false;
  });
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const found = entries.length ? (await Promise.all(entries.map((entry) => filesIn(entry, "")))).flat() : [...event.dataTransfer.files];
    const held = new DataTransfer();
    for (const file of found) held.items.add(file);
    field.files = held.files;
    [...field.files].forEach((file, rank) => { file.place = found[rank].place; });
    places();
  });
}
