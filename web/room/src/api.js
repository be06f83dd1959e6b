// GET and nothing else. Answers are kept for this visit, so that going back shows the page at once and at the same height.
import { useEffect, useRef, useState } from 'preact/hooks';

const kept = new Map();
const FRESH = 20000;  // ms; older answers are shown and asked for again, since the store may have grown
const MOST = 60;      // answers

async function get(path, signal) {
  let response;
  try { response = await fetch(path, { signal, headers: { Accept: 'application/json' } }); }
  catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Error('The server does not answer. Is "attache serve" still running?');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.error?.message ?? `The server answered with status ${response.status} and no reason.`);
  if (!body) throw new Error('The server sent something that is no JSON.');
  return body;
}

function keep(path, data) {
  kept.delete(path);
  kept.set(path, { data, when: Date.now() });
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
}

// { data, error, loading } of one address; null asks nothing.
export function use_api(path) {
  const [state, set] = useState({ path: null });
  useEffect(() => {
    if (!path) return;
    const old = kept.get(path);
    if (old && Date.now() - old.when < FRESH) { set({ path, data: old.data }); return; }
    const stop = new AbortController();
    get(path, stop.signal).then(
      (data) => { keep(path, data); set({ path, data }); },
      (error) => { if (error.name !== 'AbortError') set({ path, error: error.message }); });
    return () => stop.abort();
  }, [path]);
  if (!path) return { data: null, error: null, loading: false };
  if (state.path === path) return { data: state.data, error: state.error, loading: false };
  return { data: kept.get(path)?.data, error: null, loading: !kept.has(path) };
}

// A list that is asked for page by page: { items, more, error, loading, first }.
// more() is null where there are no further pages; first is the first answer, for what stands beside the list.
export function use_list(path, name) {
  const answer = use_api(path);
  const key = `${path} all`;
  const [, redraw] = useState(0);
  const [error, set_error] = useState(null);
  const busy = useRef(false);
  const own = kept.get(key)?.data;
  const whole = own && answer.data && own.first === answer.data ? own : answer.data && { first: answer.data, items: answer.data[name], next: answer.data.next };
  async function more() {
    if (busy.current) return;
    busy.current = true;
    try {
      const next = await get(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(whole.next)}`);
      keep(key, { first: whole.first, items: [...whole.items, ...next[name]], next: next.next });
      set_error(null);
    } catch (problem) { set_error(problem.message); }
    busy.current = false;
    redraw((n) => n + 1);
  }
  return { ...answer, error: answer.error ?? error, items: whole?.items ?? [], first: whole?.first, more: whole?.next ? more : null };
}
