// A parent and one of its copies, side by side: what was replaced, changed, added, dropped or moved, the weightiest first.
import { useMemo } from 'preact/hooks';
import { use_api } from '../api.js';
import { Cite } from '../cites.jsx';
import { code_points } from '../code_points.js';
import { Page } from '../page.jsx';
import { at, use_place } from '../router.js';
import { index_view, short_report } from '../view_index.js';
import { count, day, descent, op, outlet_of } from '../words.js';

const SMALL = ['typography', 'punctuation', 'spelling'];
const WEIGHT = ['replaced', 'reworded', 'added', 'dropped', 'same', 'spelling', 'punctuation', 'typography'];
const weight = (edit) => (edit.superseded ? -3 : edit.number_changed ? -2 : edit.name_changed ? -1 : WEIGHT.indexOf(edit.op));

export function Copies({ id }) {
  const { data: view, error, loading } = use_api(`/api/stories/${encodeURIComponent(id)}`);
  const { query } = use_place();
  const index = useMemo(() => view && index_view(view), [view]);
  const copies = view?.families.flatMap((family) => family.members.filter((member) => member.parent)) ?? [];
  const chosen = copies.find((member) => member.report === query.get('copy')) ?? copies[0];
  return (
    <Page title="Copies side by side" wide kick={view ? <>Story <a href={at.story(id)}>{view.story.title || 'without headline'}</a></> : 'Story'} loading={loading} error={error}>
      {view && !copies.length && <p class="empty">No report of this story is a copy of another one.</p>}
      {copies.length > 0 && <nav class="tabs" aria-label="Copies">{copies.map((member) => (
        <a key={member.report} href={at.copies(id, member.report)} aria-current={member === chosen ? 'page' : undefined}>{index.label(member.parent)} → {index.label(member.report)} <small>{descent(member.descent)}, {count(member.edits.length, 'change')}</small></a>
      ))}</nav>}
      {chosen && <Pair member={chosen} index={index} />}
    </Page>
  );
}

function Pair({ member, index }) {
  const edits = [...member.edits].sort((a, b) => weight(a) - weight(b));
  const large = edits.filter((edit) => !SMALL.includes(edit.op)), small = edits.filter((edit) => SMALL.includes(edit.op));
  const same = member.aligned.filter(([, , kind]) => kind === 'same').length;
  return (
    <>
      <p class="quiet">{member.reason}. {member.order}. {same === 1 ? '1 sentence is' : `${same} sentences are`} the same in both.</p>
      {!edits.length && <p class="empty">Nothing was changed.</p>}
      {large.length > 0 && <Changes edits={large} member={member} index={index} caption="Changes of words" />}
      {small.length > 0 && (large.length
        ? <details class="more"><summary>{count(small.length, 'change')} of spelling or signs only</summary><Changes edits={small} member={member} index={index} caption="Changes of spelling or signs" /></details>
        : <Changes edits={small} member={member} index={index} caption="Changes of spelling or signs" />)}
    </>
  );
}

function Side({ id, index, name }) {
  const report = index.reports.get(id), r = report && short_report(report);
  return <>{name}: <a href={at.report(id)}>{index.label(id)}</a> {r ? `${outlet_of(r)}, ${day(r.published)}` : ''}</>;
}

function Changes({ edits, member, index, caption }) {
  return (
    <table class="changes">
      <caption class="vh">{caption}</caption>
      <thead><tr><th scope="col">Change</th><th scope="col"><Side id={member.parent} index={index} name="Earlier" /></th><th scope="col"><Side id={member.report} index={index} name="Later" /></th></tr></thead>
      <tbody>{edits.map((edit, i) => (
        <tr key={i}>
          <th scope="row">{op(edit)}</th>
          <td>{edit.from.length ? edit.from.map((quote) => <Quote key={quote.start} report={member.parent} quote={quote} edit={edit} side="from" index={index} />) : <p class="none">not there</p>}</td>
          <td>{edit.to.length ? edit.to.map((quote) => <Quote key={quote.start} report={member.report} quote={quote} edit={edit} side="to" index={index} />) : <p class="none">no longer there</p>}</td>
        </tr>
      ))}</tbody>
    </table>
  );
}

// The sentence with its changed words struck (earlier) or underlined (later); a sentence without a partner is so as a whole.
function Quote({ report, quote, edit, side, index }) {
  const Tag = side === 'from' ? 'del' : 'ins', text = code_points(quote.exact), whole = ['dropped', 'added', 'replaced'].includes(edit.op);
  const changes = (edit.words ?? []).map((word) => word[side]).filter((w) => w.start < w.end && w.start >= quote.start && w.end <= quote.end).sort((a, b) => a.start - b.start);
  const parts = [];
  let at_point = 0;
  for (const change of changes) {
    const start = change.start - quote.start, end = change.end - quote.start;
    if (start < at_point) continue;
    parts.push(text.slice(at_point, start), <Tag key={start}>{text.slice(start, end)}</Tag>);
    at_point = end;
  }
  parts.push(text.slice(at_point, text.length));
  return <p class="words">{whole ? <Tag class="whole">{quote.exact}</Tag> : parts} <Cite index={index} citation={{ report, ...quote }} /></p>;
}
