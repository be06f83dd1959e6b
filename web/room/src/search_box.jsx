// The search field of every page. "/" goes to it; on the search page the results follow while one writes.
import { useEffect, useRef, useState } from 'preact/hooks';
import { at, navigate, use_place } from './router.js';

const PAUSE = 200;  // ms without a key before the results follow

export function SearchBox() {
  const place = use_place(), field = useRef(), timer = useRef();
  const asked = place.path === '/search' ? place.query.get('q') ?? '' : '';
  const [words, set] = useState(asked);
  useEffect(() => { if (document.activeElement !== field.current) set(asked); }, [asked, place.path]);
  useEffect(() => {
    const slash = (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea')) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, []);
  function go(value, replace) {
    clearTimeout(timer.current);
    const others = location.pathname === '/search' ? Object.fromEntries(new URLSearchParams(location.search)) : {};
    const to = at.search({ ...others, q: value.trim() });
    if (to !== location.pathname + location.search) navigate(to, { replace });
  }
  function written(event) {
    const { value } = event.target;
    set(value);
    clearTimeout(timer.current);
    if (location.pathname === '/search') timer.current = setTimeout(() => location.pathname === '/search' && go(value, true), PAUSE);
  }
  return (
    <form role="search" class="search" onSubmit={(event) => { event.preventDefault(); go(words, location.pathname === '/search'); document.querySelector('.results a.go')?.focus(); }}>
      <label class="vh" for="q">Search reports, statements, events and facts</label>
      <input id="q" ref={field} type="search" placeholder="Search ( / )" autocomplete="off" spellcheck={false} value={words} onInput={written} />
      <button type="submit">Search</button>
    </form>
  );
}
