// The service worker of the visit reports: pages and what they are made of stay readable without a network. It keeps
// copies of GET answers under /visites only; what is typed is kept and sent by visit.js.
"use strict";
const CACHE = "visites";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const stored = (request) => caches.match(request, { ignoreVary: true });

const kept = async (request) => {
  const found = await stored(request);
  if (found) return found;
  const fresh = await fetch(request);
  if (fresh.ok) (await caches.open(CACHE)).put(request, fresh.clone());
  return fresh;
};

const fresh = async (request) => {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) (await caches.open(CACHE)).put(request, answer.clone());
    return answer;
  } catch (error) {
    const found = (await stored(request)) || (await caches.match("/visites", { ignoreVary: true }));
    if (found) return found;
    throw error;
  }
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/actifs/")) event.respondWith(kept(event.request));
  else if (url.pathname === "/visites" || (url.pathname.startsWith("/visites/") && !/\/(jeton|veille\.js)$/.test(url.pathname))) event.respondWith(fresh(event.request));
});
