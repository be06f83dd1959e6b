// The words of a report with everything that was found in them. Spans may overlap: each piece of text is wrapped in one <mark> a kind,
// so that the underlines of several kinds stand below each other.
import { Component } from 'preact';
import { pieces } from './code_points.js';

export const MARKS = ['statement', 'event', 'fact'];
const ORDER = ['hit', 'over', ...MARKS];

// A block is drawn anew only when its own marks changed: moving over a long list of records must stay light.
export class MarkedBlock extends Component {
  shouldComponentUpdate(next) { return next.text !== this.props.text || next.spans !== this.props.spans || next.hits !== this.props.hits; }
  render({ text, block, spans, hits, sentences }) {
    return pieces(block.start, block.end, [...sentences, ...spans, ...hits]).map(({ start, end, spans: over }) => {
      const number = sentences.find((sentence) => sentence.start === start);
      let node = text.slice(start, end);
      const ids = over.filter((span) => span.id).map((span) => span.id);
      for (const kind of [...ORDER].reverse()) {
        if (!over.some((span) => span.kind === kind)) continue;
        const of_kind = over.filter((span) => span.kind === kind);
        node = <mark class={kind === 'statement' ? `statement ${of_kind[0].how}` : kind} data-ids={ids.join(' ') || undefined}>{node}</mark>;
      }
      return <>{number && <a class="sn" href={`#c${number.start}-${number.end}`} aria-label={`Sentence ${number.number}`}>{number.number}</a>}{node}</>;
    });
  }
}

// The places of all records in one report: { id, kind, start, end, how } for the marks,
// and for each record its cited pieces (whole sentences), which are shown when the record is chosen.
export function places_in(view, report) {
  const marks = [], cited = new Map();
  const cite = (id, c) => { if (c.report === report) cited.set(id, [...(cited.get(id) ?? []), { start: c.start, end: c.end, exact: c.exact }]); };
  for (const one of view.statements) {
    one.citations.forEach((c) => cite(one.id, c));
    for (const mention of one.mentions) if (mention.report === report) for (const [start, end] of mention.content) marks.push({ id: one.id, kind: 'statement', how: mention.kind, start, end });
  }
  for (const one of view.events) {
    one.citations.forEach((c) => cite(one.id, c));
    for (const mention of one.mentions) if (mention.report === report) marks.push({ id: one.id, kind: 'event', start: mention.trigger.start, end: mention.trigger.end });
  }
  for (const one of view.facts) for (const claim of one.claims) for (const c of claim.citations) {
    if (c.report !== report) continue;
    cite(one.id, c);
    const { start, end } = c.value ?? c.object ?? c.subject ?? c;
    marks.push({ id: one.id, kind: 'fact', start, end });
  }
  return { marks: marks.filter((mark) => mark.start < mark.end), cited };
}
