// One report: its text as it was published, every part named, with statements, events and facts marked; beside it the list of its records.
// #c{start}-{end} in the address shows a citation.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { use_api } from '../api.js';
import { code_points } from '../code_points.js';
import { MarkedBlock, MARKS, places_in } from '../marks.jsx';
import { colour, Shape } from '../origins.jsx';
import { Page } from '../page.jsx';
import { event_day, event_sentence } from '../records.jsx';
import { at, use_place } from '../router.js';
import { index_view, short_report } from '../view_index.js';
import { act, block as block_name, count, day, descent, kinds, origins, outlet_of, status } from '../words.js';
import { descent_of } from './story.jsx';

const FURNITURE = ['chrome', 'section_label', 'related_link'];
const BODY = ['paragraph', 'heading', 'list_item', 'quotation'];
const NONE = [];

export function Report({ id }) {
  const { data: view, error, loading } = use_api(`/api/reports/${encodeURIComponent(id)}`);
  const report = view?.reports[0];
  return (
    <Page title={report ? report.title?.value || 'A report without headline' : 'Report'} wide kick={view ? <>Report <b>{report.label}</b> in <a href={at.story(view.story.id)}>{view.story.title || 'a story without headline'}</a></> : 'Report'} loading={loading} error={error}>
      {report && <Reading key={report.id} view={view} report={report} />}
    </Page>
  );
}

function cited_range(hash) {
  const [, start, end] = /^#c(\d{1,9})-(\d{1,9})$/.exec(hash) ?? [];
  return start && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null;
}

function Reading({ view, report }) {
  const { hash } = use_place();
  const index = useMemo(() => index_view(view), [view]);
  const text = useMemo(() => code_points(report.text), [report]);
  const { marks, cited } = useMemo(() => places_in(view, report.id), [view, report]);
  const parts = useMemo(() => lay_out(report, text), [report, text]);
  const [kinds_on, set_kinds] = useState(MARKS);
  const [over, set_over] = useState(null);        // ids under the pointer or with the focus
  const [chosen, choose] = useState(null);        // ids that were clicked
  const range = useMemo(() => cited_range(hash), [hash]);
  useEffect(() => choose(null), [range]);
  const body = useRef(), list = useRef();

  // What was chosen or linked stays lit; what is under the pointer is shown in addition and more lightly.
  const places = (ids, kind) => ids.flatMap((one) => cited.get(one) ?? NONE).map(({ start, end }) => ({ kind, start, end }));
  const hits = useMemo(() => [...(chosen ? places(chosen, 'hit') : range ? [{ kind: 'hit', ...range }] : NONE), ...(over ? places(over, 'over') : NONE)], [chosen, over, range, cited]);
  const lit = useMemo(() => new Set(chosen ?? (range ? [...cited].filter(([, own]) => own.some((p) => p.start < range.end && p.end > range.start)).map(([one]) => one) : [])), [chosen, range, cited]);
  const pointed = useMemo(() => new Set(over), [over]);
  const shown = useMemo(() => marks.filter((mark) => kinds_on.includes(mark.kind)), [marks, kinds_on]);
  const sentences = useMemo(() => report.sentences.map(([start, end], i) => ({ start, end, number: i + 1 })), [report]);
  const spans = useMemo(() => new Map(parts.flatMap((part) => part.pieces ?? [part]).map((b) => [b, shown.filter((s) => s.start < b.end && s.end > b.start)])), [parts, shown]);

  const to_words = (quiet) => { const first = body.current?.querySelector('mark.hit'); if (first) { first.scrollIntoView({ block: 'center' }); if (!quiet) { first.tabIndex = -1; first.focus({ preventScroll: true }); } } };
  useLayoutEffect(() => { if (range) to_words(); }, [range]);

  const record_of = (event) => event.target.closest?.('mark[data-ids]')?.dataset.ids.split(' ') ?? null;
  // A page that moves under a resting pointer is not pointed at.
  const moved = (event) => { if (event.movementX || event.movementY) point(record_of(event)); };
  const point = (found) => set_over((old) => (String(old) === String(found) ? old : found));
  const click_text = (event) => {
    if (event.target.closest('a')) return;
    const found = record_of(event);
    choose(found);
    if (found) list.current?.querySelector(`[data-id="${CSS.escape(found[0])}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (one) => { choose([one]); requestAnimationFrame(() => to_words(true)); };

  return (
    <>
      <About view={view} report={report} index={index} />
      <div class="reading">
        <div class="tools" role="group" aria-label="Marks in the text">
          {MARKS.map((kind) => (
            <label key={kind}><input type="checkbox" checked={kinds_on.includes(kind)} onChange={({ target }) => set_kinds(target.checked ? [...kinds_on, kind] : kinds_on.filter((k) => k !== kind))} /> <mark class={kind}>{kinds[kind]}</mark></label>
          ))}
        </div>
        <article class="text" ref={body} aria-label="Text of the report" onClick={click_text} onMouseMove={moved} onMouseLeave={() => set_over(null)}>
          {parts.map((part) => (
            <Part key={part.start} part={part} text={text} spans={spans} sentences={sentences} hits={hits} />
          ))}
          {range && range.end > text.length && <p class="error" role="alert">The link points behind the end of this report: it may have been read anew since.</p>}
        </article>
        <aside class="found" ref={list} aria-label="Records of this report">
          <Found name="statement" items={view.statements} lit={lit} pointed={pointed} pick={pick} hover={set_over}>{(one) => <><strong>{one.speaker?.name || 'nobody named'}</strong> {act(one.act)}: <span class="words">{one.mentions.find((m) => m.report === report.id)?.content.map(([start, end]) => text.slice(start, end)).join(' … ')}</span></>}</Found>
          <Found name="event" items={view.events} lit={lit} pointed={pointed} pick={pick} hover={set_over}>{(one) => <><strong>{event_sentence(one)}</strong> {event_day(one)}</>}</Found>
          <Found name="fact" items={view.facts} lit={lit} pointed={pointed} pick={pick} hover={set_over}>{(one) => <><strong>{one.sentence}</strong> {status(one.status)}</>}</Found>
        </aside>
      </div>
    </>
  );
}

function Found({ name, items, lit, pointed, pick, hover, children }) {
  return (
    <section aria-labelledby={`found-${name}`}>
      <h2 id={`found-${name}`}>{kinds[name]} <span class="quiet">{items.length}</span></h2>
      {!items.length && <p class="empty">none found</p>}
      <ul>{items.map((one) => (
        <li key={one.id}>
          <button type="button" data-id={one.id} aria-pressed={lit.has(one.id)} class={pointed.has(one.id) ? 'pointed' : undefined} onClick={() => pick(one.id)} onMouseEnter={() => hover([one.id])} onMouseLeave={() => hover(null)} onFocus={() => hover([one.id])} onBlur={() => hover(null)}>
            <span class="clip">{children(one)}</span><span class="n">{origins(one.origins)}</span>
          </button>
        </li>
      ))}</ul>
    </section>
  );
}

// The blocks in order; runs of furniture become one part that is folded. What no block covers is furniture too: nothing is lost.
function lay_out(report, text) {
  const blocks = [], parts = [];
  const gap = (start, end) => { if (start < end && text.slice(start, end).trim()) blocks.push({ kind: report.blocks.length ? 'chrome' : 'paragraph', start, end }); };
  let end = 0;
  for (const one of report.blocks) { gap(end, one.start); blocks.push(one); end = one.end; }
  gap(end, text.length);
  for (const one of blocks) {
    if (!FURNITURE.includes(one.kind)) parts.push({ ...one });
    else if (parts.at(-1)?.pieces) { parts.at(-1).pieces.push(one); parts.at(-1).end = one.end; }
    else parts.push({ kind: 'furniture', start: one.start, end: one.end, pieces: [one] });
  }
  return parts;
}

function Part({ part, text, spans, sentences, hits }) {
  const within = (b, all) => { const own = all.filter((s) => s.start < b.end && s.end > b.start); return own.length ? own : NONE; };
  const block = (b) => <MarkedBlock text={text} block={b} spans={spans.get(b)} hits={within(b, hits)} sentences={within(b, sentences)} />;
  if (part.pieces) {
    const hit = hits.some((h) => h.start < part.end && h.end > part.start);
    const size = part.pieces.reduce((n, b) => n + b.end - b.start, 0);
    return (
      <details class="furniture" open={hit || undefined}>
        <summary>{count(part.pieces.length, 'piece')} of page furniture, {count(size, 'character')}</summary>
        {part.pieces.map((b) => <p key={b.start}><span class="part">{block_name(b.kind)}</span> {block(b)}</p>)}
      </details>
    );
  }
  if (part.kind === 'heading') return <h2 class="inner">{block(part)}</h2>;
  if (part.kind === 'quotation') return <blockquote>{block(part)}</blockquote>;
  if (part.kind === 'list_item') return <p class="item">{block(part)}</p>;
  if (BODY.includes(part.kind)) return <p>{block(part)}</p>;
  return <p class={`aside ${part.kind}`}><span class="part">{block_name(part.kind)}</span> {block(part)}</p>;
}

function Evidence({ one, children }) {
  return <>{children} <span class="quiet">({one.evidence})</span></>;
}

function About({ view, report, index }) {
  const r = short_report(report), room = index.room(report.id), member = descent_of(view, report.id);
  const copies = view.families.flatMap((f) => f.members).filter((m) => m.parent === report.id);
  const names = (list) => [...new Set(list.map((one) => one.value))].join(', ');
  const rows = [
    ['Outlet', report.outlet ? <Evidence one={report.outlet}>{r.outlet}</Evidence> : 'not stated'],
    ['Agency', report.agencies.length ? <Evidence one={report.agencies[0]}>{names(report.agencies)}</Evidence> : 'not stated'],
    ['By', report.bylines.length ? <Evidence one={report.bylines[0]}>{names(report.bylines)}</Evidence> : 'nobody named'],
    ['Written in', report.dateline_places.length ? <Evidence one={report.dateline_places[0]}>{names(report.dateline_places)}</Evidence> : 'not stated'],
    ['Published', report.published ? <Evidence one={report.published}>{day(report.published.value)}</Evidence> : report.not_before ? <>undated, not before {day(report.not_before.value)}</> : 'undated'],
    report.status && report.status.value !== 'usable' && ['Agency says', <strong>{report.status.value}</strong>],
    report.editor_note && ['Note to desks', report.editor_note.value],
    ['Origin', <><Shape room={room} /> <b class={colour(room)}>{room?.letter}</b> {room?.name || 'no newsroom named'}</>],
    member?.parent && ['Copy of', <><a href={at.report(member.parent)}>{index.label(member.parent)}</a>, {descent(member.descent)}; <a href={at.copies(view.story.id, report.id)}>side by side</a></>],
    copies.length > 0 && ['Copied by', copies.map((m, i) => <>{i > 0 && ', '}<a href={at.report(m.report)}>{index.label(m.report)}</a> ({descent(m.descent)})</>)],
    ['Input', <span class="code">{report.source}</span>],
  ].filter(Boolean);
  return <dl class="about">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
