// One line of a list over all affairs: what it is, the words, the number of origins, the way to the sentence.
import { at } from './router.js';
import { code_points, pieces } from './code_points.js';
import { Far } from './cites.jsx';
import { Gauge } from './origins.jsx';
import { day, event_type, hit_label, kinds } from './words.js';

export function Marked({ text, marks = [] }) {
  const points = code_points(text);
  return pieces(0, points.length, marks.map(([start, end]) => ({ start, end })))
    .map(({ start, end, spans }) => (spans.length ? <mark key={start}>{points.slice(start, end)}</mark> : points.slice(start, end)));
}

const unnamed = { report: 'no headline', statement: 'nobody named', event: 'nobody named', fact: 'no sentence' };

export function Hit({ hit, kind_shown, story_shown = true }) {
  const title = (hit.kind === 'event' ? hit.title.replace(` → ${hit.label} → `, ` → ${event_type(hit.label)} → `) : hit.title) || unnamed[hit.kind];
  const label = hit_label(hit);
  return (
    <li class={`line ${hit.kind}`}>
      <div class="what">
        <p class="says">
          {kind_shown && <span class="tag">{kinds[hit.kind].slice(0, -1)} </span>}
          <a class="go" href={hit.kind === 'report' && !hit.marks?.length ? at.report(hit.report.id) : at.citation(hit.citation)}>{title}</a>
          <span class="quiet"> {label}{label && ' · '}{!hit.day ? day(hit.day) : <time dateTime={hit.day}>{day(hit.day)}</time>}</span>
        </p>
        <p class="words"><Marked text={hit.citation.exact} marks={hit.marks} /></p>
        {story_shown && hit.story && <p class="quiet small">in <a href={at.story(hit.story.id)}>{hit.story.title || 'a story without headline'}</a></p>}
      </div>
      <Gauge number={hit.origins} />
      <span class="cites"><Far report={hit.report} citation={hit.citation} /></span>
    </li>
  );
}
export const Hits = ({ hits, ...rest }) => <ul class="lines">{hits.map((hit) => <Hit key={hit.kind + hit.id} hit={hit} {...rest} />)}</ul>;
