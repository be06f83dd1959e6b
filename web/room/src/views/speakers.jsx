// Who speaks, and what one speaker said, newest first.
import { useEffect, useRef } from 'preact/hooks';
import { use_list } from '../api.js';
import { Hits } from '../hits.jsx';
import { More, Page } from '../page.jsx';
import { at, navigate, use_place } from '../router.js';
import { count } from '../words.js';

export function Speakers() {
  const place = use_place(), timer = useRef(), q = place.query.get('q') ?? '';
  const { items, more, error, loading } = use_list(`/api/speakers${q ? `?q=${encodeURIComponent(q)}` : ''}`, 'speakers');
  const written = ({ target: { value } }) => { clearTimeout(timer.current); timer.current = setTimeout(() => navigate(value ? `/speakers?q=${encodeURIComponent(value)}` : '/speakers', { replace: true }), 200); };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Page title="Speakers" ready={!loading || !!q}>
      <p class="filter"><label>Name <input type="search" defaultValue={q} onInput={written} autocomplete="off" /></label></p>
      <p class="vh" aria-live="polite">{!loading && count(items.length, 'speaker')}</p>
      {error && <p class="error" role="alert">{error}</p>}
      {!loading && !error && !items.length && <p class="empty">{q ? 'Nobody of that name says anything here.' : 'No report tells what anybody said.'}</p>}
      <ul class="lines">{items.map((one) => (
        <li class="line" key={one.id}>
          <div class="what"><p class="says"><a class="go" href={at.speaker(one.id)}>{one.name || 'no name'}</a> <span class="quiet">{one.type}</span></p></div>
          <span class="number">{count(one.statements, 'statement')}</span>
        </li>
      ))}</ul>
      <More more={more} />
    </Page>
  );
}

export function Speaker({ id }) {
  const { items, first, more, error, loading } = use_list(`/api/speakers/${encodeURIComponent(id)}`, 'statements');
  const speaker = first?.speaker;
  return (
    <Page title={speaker ? speaker.name || 'No name' : 'Speaker'} kick={<a href="/speakers">Speakers</a>} loading={loading} error={!first && error}>
      {speaker && <>
        <p class="dek">{speaker.type} · statements, newest first · <a href={at.search({ actor: speaker.id })}>everything on this name</a></p>
        {items.length ? <Hits hits={items} /> : <p class="empty">No report tells what this speaker said.</p>}
        {error && <p class="error" role="alert">{error}</p>}
        <More more={more} />
      </>}
    </Page>
  );
}
