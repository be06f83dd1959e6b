// The frame of every view: one h1 that takes the focus, the title of the window, the wait, the error.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { use_place } from './router.js';

let first_page = true;

export function Page({ title, kick, loading, error, ready = !loading, wide, children }) {
  const h1 = useRef(), place = use_place();
  useEffect(() => { document.title = title ? `${title} · Reading room` : 'Reading room'; }, [title]);
  useLayoutEffect(() => {
    if (!first_page && document.activeElement?.id !== 'q') h1.current.focus({ preventScroll: true });
    first_page = false;
  }, []);
  useLayoutEffect(() => {
    if (!ready || /^#c\d/.test(location.hash)) return;
    scrollTo(0, place.back ? history.state?.y ?? 0 : 0);
  }, [ready]);
  return (
    <>
      <div class={wide ? 'head wide' : 'head'}>
        {kick && <p class="kick">{kick}</p>}
        <h1 ref={h1} tabIndex={-1}>{title || 'Reading room'}</h1>
      </div>
      {error ? <p class="error" role="alert">{error}</p> : loading ? <Wait /> : children}
    </>
  );
}

// Most answers come within some milliseconds; only a slow one says that it is awaited.
export function Wait() {
  const [late, set] = useState(false);
  useEffect(() => { const timer = setTimeout(() => set(true), 250); return () => clearTimeout(timer); }, []);
  return <p class="wait" role="status">{late ? 'Reading …' : '\u00a0'}</p>;
}

export function More({ more }) {
  return more ? <p><button type="button" onClick={more}>Show more</button></p> : null;
}

// A long list that is already here: so many at first, and it says how many it hides.
export function Folded({ items, first = 40, children, as: Tag = 'ul', class: name = 'lines' }) {
  const [shown, set] = useState(first);
  const left = items.length - shown;
  return (
    <>
      <Tag class={name}>{items.slice(0, shown).map(children)}</Tag>
      {left > 0 && <p><button type="button" onClick={() => set(shown + 4 * first)}>Show {Math.min(left, 4 * first)} more of {left}</button></p>}
    </>
  );
}
