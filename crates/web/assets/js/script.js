// The editor of scripts: a merge field goes where the cursor was, Ctrl+S saves; the guide is sent to the printer.
"use strict";
(() => {
  let last = null;
  document.addEventListener("focusin", (event) => { if (event.target.matches("[data-fields]")) last = event.target; });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) { window.print(); return; }
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const field = last && document.contains(last) ? last : document.querySelector("textarea[data-fields]");
    if (!field) return;
    field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    const save = document.querySelector(".save-bar [value=enregistrer]");
    if (save) { event.preventDefault(); save.click(); }
  });
})();
