// Small comforts: the note goes after its thirty seconds, a file can be dropped, choices apply at once,
// what is typed is not lost by leaving, one term is open at a time.
"use strict";
(() => {
  const fade = (root) => root.querySelectorAll(".toast[data-seconds]").forEach((toast) => {
    setTimeout(() => toast.remove(), Number(toast.dataset.seconds) * 1000);
  });
  fade(document);
  document.addEventListener("htmx:load", (event) => fade(event.detail.elt.parentElement || document));

  document.querySelectorAll(".drop").forEach((drop) => {
    const input = drop.querySelector("input[type=file]");
    const send = () => { if (input.files.length && drop.dataset.auto !== undefined) drop.closest("form").requestSubmit(); };
    drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      input.files = event.dataTransfer.files;
      send();
    });
    input.addEventListener("change", send);
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-apply]")) event.target.form.requestSubmit();
  });

  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("[data-focus]") && event.target.open) event.target.querySelector("input:not([type=hidden])")?.focus();
  }, true);
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.(".term") || !event.target.open) return;
    document.querySelectorAll(".term[open]").forEach((other) => { if (other !== event.target) other.open = false; });
  }, true);
  document.addEventListener("click", (event) => {
    document.querySelectorAll(".term[open], .menu[open]").forEach((open) => { if (!open.contains(event.target)) open.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(".term[open], .menu[open]").forEach((open) => { open.open = false; });
  });

  let typed = Boolean(document.querySelector("[data-keep][data-typed]"));
  document.addEventListener("htmx:afterSettle", () => { if (document.querySelector("[data-keep][data-typed]")) typed = true; });
  document.addEventListener("input", (event) => { if (event.target.form?.matches("[data-keep]")) typed = true; });
  document.addEventListener("submit", (event) => {
    typed = false;
    const button = event.submitter;
    if (event.target.method === "post" && !event.target.hasAttribute("hx-post") && button) setTimeout(() => { button.disabled = true; }, 0);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("button[disabled]").forEach((button) => {
    if (!button.hasAttribute("data-off")) button.disabled = false;
  }));
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) navigator.clipboard?.writeText(document.getElementById(button.dataset.copy)?.textContent.trim() || "");
  });

  document.querySelector(".steps [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

  // Words of a call do not stay on a device that its user leaves; reports that wait stay, and are spoken of.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-leave]")) return;
    const user = document.body.dataset.user, keys = Object.keys(localStorage);
    if (keys.some((key) => key.startsWith("visite:" + user + ":")) && !confirm(event.target.dataset.leave)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    keys.filter((key) => key.startsWith("appel:" + user + ":")).forEach((key) => localStorage.removeItem(key));
  }, true);

  // Pages kept for visits without a network hold names: they go with the session.
  if (document.querySelector(".doors") && "caches" in window) caches.delete("visites");

  const waiting = document.querySelector("[data-reload]");
  if (waiting) setTimeout(() => location.reload(), 1000);
})();
