// Keys of a list: j and k walk, Enter opens, / goes to the query line; letters of the outcomes press their buttons.
"use strict";
(() => {
  const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]");
  const ROW = "[data-keys] tbody tr, [data-keys] [data-row]";
  const rows = () => [...document.querySelectorAll(ROW)];
  const here = () => rows().find((row) => row.classList.contains("here"));

  const mark = (row, focus) => {
    rows().forEach((other) => other.classList.toggle("here", other === row));
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    if (focus) row.querySelector("a.name")?.focus({ preventScroll: true });
  };

  const walk = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(here());
    mark(all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + step))], true);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const query = document.querySelector("[data-query]");
      if (query) { event.preventDefault(); query.focus(); query.select(); }
      return;
    }
    if (event.key === "j") { walk(1); return; }
    if (event.key === "k") { walk(-1); return; }
    const scope = here() || (document.querySelector("[data-keys]") ? null : document);
    if (event.key === "Enter") {
      if (event.target.closest("a, button, summary")) return;
      here()?.querySelector("a.name")?.click();
      return;
    }
    // A digit is its key: on a French keyboard it is typed with Shift.
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
    const wanted = '[data-key="' + CSS.escape(digit ? digit[1] : event.key.toLowerCase()) + '"]';
    const button = scope?.querySelector(wanted) || document.querySelector("#notes " + wanted);
    if (!button) return;
    event.preventDefault();
    button.click();
    // At once, not at the toggle event: what a quick hand types next belongs to the amount.
    button.closest("details[open][data-focus]")?.querySelector("input:not([type=hidden])")?.focus();
  });

  // After an outcome the row is replaced: the mark goes to the one that follows.
  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const row = event.target.closest?.(ROW);
    if (row) mark(row.nextElementSibling || row, true);
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest(ROW);
    if (row) mark(row, false);
  });
})();
