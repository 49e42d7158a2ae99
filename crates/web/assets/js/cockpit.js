// The cockpit: one key for an objection, one for the answer, one for the outcome, one for the day; what is typed is
// kept every second. Without this script every button is a form that the server answers.
"use strict";
(() => {
  const form = document.getElementById("appel");
  // The server names the account whose words it has: only then does the copy on this device go.
  const mine = "appel:" + document.body.dataset.user + ":", done = new URLSearchParams(location.search).get("fait");
  if (done) localStorage.removeItem(mine + done);
  if (!form) return;
  const step = document.getElementById("etape");
  const help = document.getElementById("touches");
  const find = (css, root = document) => root.querySelector(css);
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const typing = (target) => target.matches?.("textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])");

  // ---- The clock of the call: it starts with the dialling, or with the first thing typed.
  const started = form.elements.debut, seconds = form.elements.secondes, clock = find("[data-timer]");
  // A call that is taken up again counts on from where it was: nobody spoke while the page was closed.
  let from = 0;
  const resume = () => { from = Date.now() - Number(seconds.value || 0) * 1000; };
  const begin = () => { if (!started.value) { started.value = Date.now(); resume(); } };
  const tick = () => {
    if (!started.value) return;
    const passed = Math.max(0, Math.round((Date.now() - from) / 1000));
    seconds.value = passed;
    clock.textContent = Math.floor(passed / 60) + ":" + String(passed % 60).padStart(2, "0");
  };
  setInterval(tick, 500);
  resume();
  tick();
  // Whoever is dialled is whose number and name are recorded.
  const dialled = (phone) => {
    const number = find("input[name=numero]", phone);
    number.checked = true;
    if (number.dataset.person) form.elements.personne.value = number.dataset.person;
  };
  all(".phone", form).forEach((phone) => {
    find("a", phone).addEventListener("click", () => { dialled(phone); begin(); });
    find("input", phone).addEventListener("change", () => dialled(phone));
  });
  const chosen = () => find("input[name=numero]:checked", form)?.closest(".phone");
  if (chosen() && chosen() !== find(".phone", form)) dialled(chosen());
  form.addEventListener("input", begin);

  // ---- Where the call is: one part of the script open at a time.
  const parts = all("details.part-said");
  const go = (to) => {
    if (!parts.length) return;
    const at = Math.max(0, Math.min(parts.length - 1, to));
    parts.forEach((part, index) => { part.open = index === at; part.classList.toggle("here", index === at); });
    parts[at].scrollIntoView({ block: "nearest" });
    form.elements.partie.value = at;
    if (parts[at].dataset.argues !== undefined && form.elements.argumente) form.elements.argumente.checked = true;
  };
  const here = () => Number(form.elements.partie?.value || 0);
  parts.forEach((part, index) => find("summary", part).addEventListener("click", (event) => { event.preventDefault(); go(index); }));
  if (parts.length) go(here());

  // ---- Objections met, with what was answered and what came next.
  const met = document.getElementById("rencontrees"), model = document.getElementById("modele-objection");
  let count = Math.max(0, ...all("input[name=obj]", form).map((input) => Number(input.value) + 1));
  const meet = (objection, reply, said, label) => {
    begin();
    const line = model.content.cloneNode(true), at = count++;
    all("[name]", line).forEach((input) => { input.name = input.name.replace("N", at); });
    find("input[name=obj]", line).value = at;
    find(`[name="obj.${at}.id"]`, line).value = objection;
    find(`[name="obj.${at}.rep"]`, line).value = reply;
    find(`[name="obj.${at}.dit"]`, line).value = said;
    find("[data-label]", line).textContent = label;
    met.append(line);
    document.getElementById("t-rencontrees").hidden = false;
    find("input[type=radio]", met.lastElementChild)?.focus({ preventScroll: true });
    met.lastElementChild.scrollIntoView({ block: "nearest" });
  };
  const objections = () => all("details.met");
  const opened = () => objections().find((one) => one.open);
  const open = (number) => {
    const one = objections()[number - 1];
    if (!one) return false;
    objections().forEach((other) => { other.open = other === one; });
    one.scrollIntoView({ block: "nearest" });
    return true;
  };
  const answer = (one, button) => {
    meet(one.dataset.id, button.dataset.reply, "", one.dataset.said + " → " + button.dataset.label);
    one.open = false;
  };
  const invent = (one) => {
    const input = find("[data-own]", one), said = input.value.trim();
    if (!said) { input.focus(); return; }
    meet(one.dataset.id, "", said, one.dataset.said + " → " + said);
    input.value = "";
    one.open = false;
  };
  form.addEventListener("click", (event) => {
    const reply = event.target.closest("[data-reply]"), own = event.target.closest("[data-invent]");
    if (reply) { event.preventDefault(); answer(reply.closest("details"), reply); }
    if (own) { event.preventDefault(); invent(own.closest("details")); }
    const forget = event.target.closest("[data-forget]");
    if (forget) { event.preventDefault(); forget.closest("li").remove(); }
  });

  // ---- The outcome, then the next step. Keys struck while the step is on its way are kept for it.
  let waiting = null;
  document.addEventListener("htmx:beforeRequest", (event) => { if (event.target.matches("[data-outcome]")) waiting = []; });
  if (find("[data-record]", step)) find("[data-record]", step).focus({ preventScroll: true });
  const arrived = () => {
    const struck = waiting || [];
    waiting = null;
    // On a wide screen the step stands at the foot of the window, and the page stays where it is.
    find("[data-record]", step)?.focus({ preventScroll: true });
    if (matchMedia("(max-width: 60rem)").matches) step.scrollIntoView({ block: "nearest" });
    const close = find("[data-close]", step)?.dataset.close;
    const said = parts.findIndex((part) => part.dataset.kind === close);
    if (said >= 0) go(said);
    struck.forEach((key) => press(key));
  };
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target === step) arrived(); });
  document.addEventListener("htmx:responseError", () => { waiting = null; });
  document.addEventListener("htmx:sendError", () => { waiting = null; });
  step.addEventListener("input", (event) => {
    if (event.target.matches("[data-other]")) { const other = find("[name='e.quand'][value=autre]", step); if (other) other.checked = true; }
    if (event.target.matches("[name='e.numero']")) { const right = find("[name='e.faux'][value=corriger]", step); if (right) right.checked = true; }
  });

  // ---- Keys. `press` says whether the key meant something.
  const letter = (key) => (key.length === 1 ? key.toLowerCase() : key);
  const inStep = (key, digit) => {
    if (key === "Enter") { find("[data-record]", step).click(); return true; }
    if (key === "Escape") { step.replaceChildren(); find("[data-outcome]")?.focus(); return true; }
    const day = digit && find(`[data-days="${digit}"]`, step);
    if (day) { day.checked = true; day.dispatchEvent(new Event("change", { bubbles: true })); day.focus(); return true; }
    return false;
  };
  const inObjection = (one, key, digit) => {
    if (key === "Escape") { one.open = false; return true; }
    if (digit === "0") { find("[data-own]", one).focus(); return true; }
    const button = find(`[data-letter="${CSS.escape(key)}"]`, one);
    if (button) answer(one, button);
    return Boolean(button) || /^[a-z]$/.test(key);
  };
  const press = ({ key, digit }) => {
    if (waiting) { waiting.push({ key, digit }); return true; }
    if (find("[data-record]", step) && inStep(key, digit)) return true;
    const one = opened();
    if (one && inObjection(one, key, digit)) return true;
    if (digit && digit !== "0" && open(Number(digit))) return true;
    if (key === "?") { help.showModal(); return true; }
    if (key === "j") { go(here() + 1); return true; }
    if (key === "k") { go(here() - 1); return true; }
    if (key === "m") { form.elements.note.focus(); return true; }
    if (key === "t") { begin(); find("a", chosen() || form)?.click(); return true; }
    if (key === "d") {
      const question = find("[data-question]", form);
      if (!question) return false;
      go(parts.indexOf(question.closest("details.part-said")));
      question.focus();
      return true;
    }
    const button = find(`[data-outcome][data-key="${CSS.escape(key)}"]`);
    if (!button) return false;
    begin();
    button.click();
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("dialog")) return;
    const key = letter(event.key);
    if (typing(event.target)) {
      if (key === "Escape") { event.target.blur(); event.stopPropagation(); return; }
      if (key !== "Enter" || event.target.matches("textarea") || !form.contains(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.target.matches("[data-own]")) { invent(event.target.closest("details")); return; }
      if (step.contains(event.target)) { find("[data-record]", step)?.click(); return; }
      const questions = all("[data-question]", form), next = questions[questions.indexOf(event.target) + 1];
      if (next) next.focus(); else event.target.blur();
      return;
    }
    const pressed = event.target.closest("a, button, summary");
    if (key === "Enter" && pressed && form.contains(pressed) && !pressed.matches("[data-outcome]") && !waiting) return;
    if (key === "Enter" && pressed && !form.contains(pressed)) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] || (/^\d$/.test(event.key) ? event.key : "");
    if (event.repeat || press({ key, digit }) || (key === "Enter" && form.contains(event.target))) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
  find("[data-help]")?.addEventListener("click", () => help.showModal());

  // ---- What is typed is kept: every second, when the page is left, and here while there is no connection.
  const state = find("[data-saved]"), place = mine + form.elements.fiche.value;
  const text = () => new URLSearchParams(new FormData(form)).toString() + "&auto=1";
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const store = (body) => localStorage.setItem(place, JSON.stringify({ at: Date.now(), body }));
  let kept = text(), busy = false, over = false;
  const say = (ok) => { state.textContent = ok ? state.dataset.saved : state.dataset.failed; state.classList.toggle("bad", !ok); };
  const keep = async () => {
    const now = text();
    if (over || busy || now === kept) return;
    busy = true;
    store(now);
    try {
      const reply = await fetch(form.dataset.autosave, { method: "POST", body: now, headers, keepalive: now.length < 60000 });
      // A session that ended answers with the door: that is no save.
      if (reply.status !== 204 || reply.redirected) throw new Error(reply.status);
      kept = now;
      if (!over) localStorage.removeItem(place);
      say(true);
    } catch {
      say(false);
    }
    busy = false;
  };
  const leave = () => {
    const now = text();
    if (over || now === kept) return;
    store(now);
    navigator.sendBeacon(form.dataset.autosave, new Blob([now], { type: headers["Content-Type"] }));
  };
  document.addEventListener("submit", (event) => { if (event.target.matches("[data-leave]")) { leave(); over = true; } }, true);
  // A copy is here only where no answer proved that the server has it: it is the newer one. A day later it is
  // another call.
  const restore = ({ at, body }) => {
    if (Date.now() - at > 86400000) { localStorage.removeItem(place); return; }
    const copy = new URLSearchParams(body), met = all("input[name=obj]", form).map((input) => input.value);
    for (const [name, value] of copy) {
      const field = form.elements[name];
      if (field && !["jeton", "cle", "fiche", "obj"].includes(name) && !(field.type === "checkbox" && field.value !== value)) {
        if (field.type === "checkbox") field.checked = true; else field.value = value;
      }
    }
    copy.getAll("obj").filter((line) => !met.includes(line)).forEach((line) => {
      const get = (name) => copy.get(`obj.${line}.${name}`) || "", one = objections().find((other) => other.dataset.id === get("id"));
      if (one) meet(get("id"), get("rep"), get("dit"), one.dataset.said + " → " + (find(`[data-reply="${CSS.escape(get("rep"))}"]`, one)?.dataset.label || get("dit")));
    });
    kept = "";
    resume();
    go(here());
  };
  const unsent = localStorage.getItem(place);
  if (unsent) restore(JSON.parse(unsent));
  setInterval(keep, 1000);
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
  // A save that is on its way arrives before the end of the call does. The copy stays until the next page says that
  // the call is recorded.
  form.addEventListener("submit", (event) => {
    if (busy) { event.preventDefault(); event.stopPropagation(); setTimeout(() => form.requestSubmit(event.submitter), 20); return; }
    over = true;
    store(text());
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
