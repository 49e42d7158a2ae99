// Visit reports without a network: what is typed is kept on this device, sent when the network is back under the
// identifier it was begun with, so that sending twice saves once; two versions are shown side by side.
"use strict";
(() => {
  // Words are of whoever typed them: another user of this device neither sees nor sends them.
  const PREFIX = "visite:" + document.body.dataset.user + ":";
  const form = document.getElementById("visite");
  const state = document.querySelector("[data-sync]");
  const say = (name, detail) => { if (state) state.textContent = (state.dataset[name] || "").replace("…", detail || ""); };
  const records = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => JSON.parse(localStorage.getItem(key)));
  const put = (record) => localStorage.setItem(PREFIX + record.id, JSON.stringify(record));
  const drop = (record) => localStorage.removeItem(PREFIX + record.id);

  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register("/visites/veille.js", { scope: "/visites" }).then(() => navigator.serviceWorker.ready).then(async () => {
      const cache = await caches.open("visites");
      const parts = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.includes("/actifs/"));
      await Promise.allSettled([location.href, "/visites", ...parts].map((address) => cache.add(address)));
      document.documentElement.dataset.offline = "ready";
    }).catch(() => {});
  }

  // An identifier of Filon's kind: the moment, then chance.
  const newId = () => {
    const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let time = Date.now(), head = "";
    for (let at = 0; at < 10; at++) { head = digits[time % 32] + head; time = Math.floor(time / 32); }
    return head + [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => digits[byte % 32]).join("");
  };

  // ---- The form: what was typed here before comes back.
  const fields = () => new URLSearchParams(new FormData(form)).toString();
  const current = () => ({ id: form.dataset.id, to: location.pathname + location.search, fiche: form.elements.fiche.value, rdv: form.elements.meeting.value, nom: form.dataset.nom, vu: form.elements.vu.value, body: fields(), state: "draft" });
  const adopt = (id) => { form.dataset.id = id; form.action = "/visites/" + id; };
  if (form) {
    const same = (record) => record.id === form.dataset.id || (form.elements.vu.value === "0" && record.vu === "0" && record.fiche === form.elements.fiche.value && record.rdv === form.elements.meeting.value);
    const before = records().find(same);
    if (before) {
      adopt(before.id);
      for (const [name, value] of new URLSearchParams(before.body)) {
        const field = form.elements[name];
        if (field && name !== "jeton") field.value = value;
      }
      say("kept");
    } else if (localStorage.getItem("visite-envoyee") === form.dataset.id && form.elements.vu.value === "0") {
      adopt(newId());
    }
    form.addEventListener("input", () => { put(current()); say("kept"); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      put({ ...current(), state: "send" });
      sync();
    }, true);
  }

  // The choice as the fields of a report: the next step is chosen as one.
  const settled = (choice) => {
    const sent = new URLSearchParams(new FormData(choice)), side = sent.get("suite");
    for (const [name, value] of [...sent]) {
      if (side && name.endsWith("." + side)) sent.set(name.slice(0, -side.length - 1), value);
      if (name === "suite" || /\.(mine|theirs)$/.test(name)) sent.delete(name);
    }
    return sent.toString();
  };
  // What was chosen between two versions is kept and sent like any report.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".conflict")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const id = event.target.action.split("/").pop(), known = records().find((record) => record.id === id) || current();
    put({ ...known, id, vu: event.target.elements.vu.value, body: settled(event.target), state: "send" });
    sync();
  }, true);

  // ---- Sending, one after the other.
  let busy = false, ended = false;
  const refused = async (record, answer) => {
    const text = await answer.text();
    if (localStorage.getItem(PREFIX + record.id) !== JSON.stringify(record)) return;
    if (answer.status === 409 && form && form.dataset.id === record.id) {
      put({ ...record, state: "conflict" });
      const place = document.getElementById("conflit");
      place.innerHTML = text;
      place.scrollIntoView({ block: "start" });
      say("none");
      return;
    }
    put({ ...record, state: answer.status === 409 ? "conflict" : "draft" });
    const note = document.createElement("div");
    note.innerHTML = text;
    say("refused", note.textContent.trim());
  };
  const send = async (record, token) => {
    const body = new URLSearchParams(record.body);
    body.set("jeton", token);
    const answer = await fetch("/visites/" + record.id, { method: "POST", body, headers: { "HX-Request": "true" } });
    // A server in trouble, or a session that has ended, leaves the report waiting; only the address of what was
    // saved proves that it is.
    if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
    if (answer.status >= 400) { await refused(record, answer); return null; }
    const to = answer.status === 200 && !answer.redirected ? (await answer.text()).trim() : "";
    if (!/^\/visites\/[0-9A-Z]{26}$/.test(to)) { ended = true; return null; }
    // What was typed while it was on its way stays.
    if (localStorage.getItem(PREFIX + record.id) === JSON.stringify(record)) drop(record);
    localStorage.setItem("visite-envoyee", record.id);
    return to;
  };
  const sync = async () => {
    const waiting = records().filter((record) => record.state === "send");
    if (!waiting.length || busy) { list(); return; }
    busy = true;
    ended = false;
    say("sending");
    try {
      const reply = await fetch("/visites/jeton", { headers: { "HX-Request": "true" }, cache: "no-store" });
      const token = reply.ok && !reply.redirected && reply.status === 200 ? (await reply.text()).trim() : "";
      if (!token) { say("signIn"); return; }
      for (const record of waiting) {
        const to = await send(record, token);
        if (to && form && form.dataset.id === record.id) { location.href = to; return; }
        if (to) say("sent");
        if (ended) { say("signIn"); return; }
      }
    } catch {
      say("offline");
    } finally {
      busy = false;
      list();
    }
  };

  // ---- The list of what is on this device.
  const list = () => {
    const place = document.getElementById("sur-appareil");
    if (!place) return;
    const all = records();
    place.replaceChildren(...all.map((record) => {
      const line = document.createElement("li"), link = document.createElement("a");
      link.href = record.to;
      link.textContent = record.nom;
      line.append(link, " ", place.dataset[record.state] || "");
      return line;
    }));
    document.getElementById("sur-appareil-rien").hidden = all.length > 0;
  };
  window.addEventListener("online", sync);
  setInterval(() => { if (navigator.onLine) sync(); }, 5000);
  sync();
})();
