// Results while one writes; filters in the address, so that a search can be linked. j and k or the arrows move between results.
import { useEffect, useState } from 'preact/hooks';
import { use_api, use_list } from '../api.js';
import { Hit } from '../hits.jsx';
import { More, Page } from '../page.jsx';
import { at, navigate, use_place } from '../router.js';
import { count, kinds } from '../words.js';

const FIELDS = ['q', 'kind', 'actor', 'outlet', 'agency', 'story', 'thread', 'from', 'to'];

export function Search() {
  const { query } = use_place();
  const fields = Object.fromEntries(FIELDS.map((name) => [name, query.get(name) ?? '']));
  const asked = FIELDS.some((name) => name !== 'kind' && fields[name].trim());
  const path = asked ? at.search(fields).replace('/search', '/api/search') : null;
  const { items, first, more, error, loading } = use_list(path, 'hits');
  // The results before stay until the next ones are here, so that the page does not flicker while one writes.
  const [old, keep] = useState(null);
  useEffect(() => { if (!loading) keep(path && first && { items, first }); }, [loading, path, first, items.length]);
  const shown = loading && old ? old.items : items;
  useEffect(() => { addEventListener('keydown', move); return () => removeEventListener('keydown', move); }, []);
  const title = fields.q ? `Search: ${fields.q}` : 'Search';
  return (
    <Page title={title} ready={!loading || !!old}>
      <Filters fields={fields} />
      <p class="quiet status" aria-live="polite">
        {!asked ? 'Write a word in the field above, or choose a filter. “Quoted phrases”, -without and begin* are understood.'
          : error ? '' : loading && !old ? 'Searching …' : tell(shown, !!more, (first ?? old?.first)?.took_ms, fields.kind)}
      </p>
      {error && <p class="error" role="alert">{error}</p>}
      {asked && !error && <div class={loading ? 'results old' : 'results'}><Results hits={shown} fields={fields} /></div>}
      {asked && !error && <More more={more} />}
    </Page>
  );
}

function tell(hits, more, took, kind) {
  if (!hits.length) return 'Nothing was found with all these words and filters.';
  const what = kind ? kinds[kind].toLowerCase().slice(0, -1) : 'result';
  return `${count(hits.length, what)}${more ? ' so far' : ''}${kind ? '' : ', at most 10 of each kind'}${took === undefined ? '' : `, in ${took.toFixed(1)} ms`}`;
}

function Results({ hits, fields }) {
  if (fields.kind) return <ul class="lines">{hits.map((hit) => <Hit key={hit.kind + hit.id} hit={hit} />)}</ul>;
  return Object.keys(kinds).map((kind) => [kind, hits.filter((hit) => hit.kind === kind)]).filter(([, own]) => own.length).map(([kind, own]) => (
    <section key={kind} aria-labelledby={`of-${kind}`}>
      <h2 id={`of-${kind}`}>{kinds[kind]} {own.length >= 10 && <a class="all" href={at.search({ ...fields, kind })}>all {kinds[kind].toLowerCase()}</a>}</h2>
      <ul class="lines">{own.map((hit) => <Hit key={hit.id} hit={hit} />)}</ul>
    </section>
  ));
}

function Filters({ fields }) {
  const change = (name) => ({ target: { value } }) => navigate(at.search({ ...fields, [name]: value.trim() }), { replace: true });
  const text = (name, label, extra) => <label>{label} <input name={name} value={fields[name]} autocomplete="off" onChange={change(name)} {...extra} /></label>;
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label>Kind <select name="kind" value={fields.kind} onChange={change('kind')}>
        <option value="">all kinds</option>
        {Object.entries(kinds).map(([kind, name]) => <option key={kind} value={kind}>{name.toLowerCase()}</option>)}
      </select></label>
      {text('outlet', 'Outlet')}
      {text('agency', 'Agency')}
      <Actor value={fields.actor} change={(value) => navigate(at.search({ ...fields, actor: value }), { replace: true })} />
      {text('from', 'From', { type: 'date' })}
      {text('to', 'To', { type: 'date' })}
      {['story', 'thread'].filter((name) => fields[name]).map((name) => <span key={name} class="inside">within one {name === 'thread' ? 'affair' : 'story'} <a href={at.search({ ...fields, [name]: '' })}>search everywhere</a></span>)}
    </form>
  );
}

// An actor is asked for by id; the list of speakers gives the names one begins to write.
function Actor({ value, change }) {
  const [written, set] = useState('');
  const by_id = /^a-[0-9a-f]{16}$/.test(value);
  const { data: named } = use_api(by_id ? `/api/speakers/${encodeURIComponent(value)}` : null);
  const { data: like } = use_api(written.length > 1 ? `/api/speakers?q=${encodeURIComponent(written)}` : null);
  const name = by_id ? named?.speaker.name ?? '' : value;
  const done = ({ target: { value: text } }) => change(like?.speakers.find((one) => one.name === text)?.id ?? text.trim());
  return (
    <label>Actor <input name="actor" list="actors" defaultValue={name} key={name} autocomplete="off" onInput={({ target }) => set(target.value.trim())} onChange={done} />
      <datalist id="actors">{like?.speakers.slice(0, 12).map((one) => <option key={one.id} value={one.name} />)}</datalist>
    </label>
  );
}

function move(event) {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest?.('input, select, textarea');
  if (field && !(field.id === 'q' && event.key === 'ArrowDown')) return;
  const links = [...document.querySelectorAll('.results a.go')];
  if (!links.length) return;
  const now = links.indexOf(document.activeElement);
  const next = now < 0 ? 0 : now + step;
  event.preventDefault();
  if (next < 0) document.getElementById('q').focus();
  else links[Math.min(next, links.length - 1)].focus();
}
