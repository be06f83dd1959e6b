// Addresses without a library: location, history.pushState and one listener for all links.
import { useEffect, useState } from 'preact/hooks';

const listeners = new Set();
const read = () => ({ path: location.pathname.replace(/(.)\/+$/, '$1'), query: new URLSearchParams(location.search), hash: location.hash, back: false });
let place = read();

function changed(back) {
  place = { ...read(), back };
  for (const listener of listeners) listener(place);
}

// Remembers how far the reader had scrolled, for the way back.
function leave() { history.replaceState({ ...history.state, y: window.scrollY }, ''); }

export function navigate(to, { replace = false } = {}) {
  if (replace) history.replaceState(history.state, '', to);
  else { leave(); history.pushState({}, '', to); }
  changed(false);
}

export function use_place() {
  const [now, set] = useState(place);
  useEffect(() => { listeners.add(set); set(place); return () => listeners.delete(set); }, []);
  return now;
}

export function start_router() {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => changed(true));
  addEventListener('hashchange', () => changed(false));
  addEventListener('pagehide', leave);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const href = link.getAttribute('href');
    if (!href.startsWith('/') || href.startsWith('/api')) return;
    event.preventDefault();
    navigate(href);
  });
}

// ---- our own addresses; every part that comes from the API is encoded ----
const part = encodeURIComponent;
export const at = {
  affair: (id) => `/affairs/${part(id)}`,
  story: (id) => `/stories/${part(id)}`,
  copies: (id, copy) => `/stories/${part(id)}/copies${copy ? `?copy=${part(copy)}` : ''}`,
  report: (id) => `/reports/${part(id)}`,
  citation: (c) => `/reports/${part(c.report)}#c${Number(c.start)}-${Number(c.end)}`,
  speaker: (id) => `/speakers/${part(id)}`,
  decision: (number) => `/decisions/${part(number)}`,
  search: (fields) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
    const text = query.toString();
    return text ? `/search?${text}` : '/search';
  },
};
