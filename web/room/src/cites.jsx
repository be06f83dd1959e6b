// Links to the sentence. Within a view they are called "N1.8" (report, sentence); in a list over all affairs the outlet is named.
import { at } from './router.js';
import { colour } from './origins.jsx';
import { outlet_of } from './words.js';

const FIRST = 6;

export function Cites({ index, citations }) {
  const seen = new Set();
  const own = citations.filter((c) => { const key = at.citation(c); return !seen.has(key) && seen.add(key); });
  const links = own.map((c) => <Cite key={at.citation(c)} index={index} citation={c} />);
  if (links.length <= FIRST) return <span class="cites">{links}</span>;
  return <span class="cites">{links.slice(0, FIRST)}<details><summary>{links.length - FIRST} more<span class="vh"> citations</span></summary>{links.slice(FIRST)}</details></span>;
}
export function Cite({ index, citation }) {
  const address = index.address(citation), report = index.reports.get(citation.report);
  const said = citation.said_by ? `, said by ${citation.said_by}` : '';
  return <a class={`cite ${colour(index.room(citation.report))}`} href={at.citation(citation)} title={`${citation.exact}${said}`}><span class="vh">Sentence </span>{address}{!report && '?'}</a>;
}

// In lists of hits a citation brings its report along.
export function Far({ report, citation }) {
  const where = outlet_of(report);
  return <a class="cite far" href={at.citation(citation)} data-at={`${citation.report} ${citation.start}-${citation.end}`}>{where}<span class="vh">, the cited sentence</span></a>;
}
