// Ctrl+K: goes anywhere. The list is the page /aller, asked for as a fragment; without JavaScript it is that page.
"use strict";
(() => {
  const dialog = document.getElementById("palette");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const results = dialog.querySelector(".results");
  let asked = 0;

  const links = () => [...results.querySelectorAll("a")];

  const choose = (step) => {
    const all = links();
    if (!all.length) return;
    const at = all.findIndex((link) => link.classList.contains("here"));
    const next = all[(at + step + all.length) % all.length];
    all.forEach((link) => { link.classList.toggle("here", link === next); link.setAttribute("aria-selected", link === next); });
    input.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  };

  const ask = async () => {
    const mine = ++asked;
    const answer = await fetch("/aller?q=" + encodeURIComponent(input.value), { headers: { "HX-Request": "true" } });
    const text = await answer.text();
    if (mine !== asked || !answer.ok) return;
    results.innerHTML = text;
    links().forEach((link, at) => { link.id = "aller-" + at; link.setAttribute("role", "option"); });
    choose(1);
  };

  const open = () => {
    if (dialog.open) return;
    input.value = "";
    dialog.showModal();
    ask();
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); open(); }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-palette]");
    if (button) { event.preventDefault(); open(); }
    if (event.target === dialog) dialog.close();
  });
  input.addEventListener("input", ask);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") { event.preventDefault(); choose(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); choose(-1); }
    if (event.key === "Enter") {
      event.preventDefault();
      const link = results.querySelector("a.here");
      if (link) location.href = link.href;
    }
  });
})();
