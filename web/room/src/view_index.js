// Look-ups in one View: which report is meant by an id, whose newsroom it is, and what a citation is called ("N1.8").
import { letter_of as letter_in, newsrooms } from './origins.jsx';

export function index_view(view) {
  const rooms = newsrooms(view);
  const by_letter = new Map(rooms.map((room) => [room.letter, room]));
  const reports = new Map([...view.others.map((r) => [r.id, r]), ...view.reports.map((r) => [r.id, r])]);
  const letter_of = new Map();
  for (const origin of view.origins) for (const id of origin.reports) letter_of.set(id, origin.letter);
  for (const other of view.others) if (!letter_of.has(other.id)) letter_of.set(other.id, letter_in(other.label));
  const letters = (ids) => new Set(ids.map((id) => letter_of.get(id)));
  const inside = new Set(view.reports.map((r) => r.id));
  return {
    view, rooms, reports, inside, letters,
    room: (id) => by_letter.get(letter_of.get(id)),
    label: (id) => reports.get(id)?.label ?? 'another report',
    // The sentence a citation begins in; other parts of a report have a letter.
    address(citation) {
      const report = reports.get(citation.report), label = report?.label ?? 'report';
      const sentence = report?.sentences?.findIndex(([start, end]) => citation.start < end && citation.end > start) ?? -1;
      if (sentence >= 0) return `${label}.${sentence + 1}`;
      const block = report?.blocks?.find((b) => citation.start < b.end && citation.end > b.start);
      return block ? `${label}.${LETTERS[block.kind] ?? 'x'}` : label;
    },
  };
}
const LETTERS = { title: 'h', teaser: 't', caption: 'c', credit: 'k', sign_off: 'k', byline: 'b', dateline: 'p', date_stamp: 'd', related_link: 'l' };

export const short_report = (report) => ({
  id: report.id, label: report.label, story: report.story,
  title: typeof report.title === 'string' ? report.title : report.title?.value ?? '',
  outlet: typeof report.outlet === 'string' ? report.outlet : report.outlet?.value ?? '',
  agency: report.agency ?? report.agencies?.[0]?.value ?? '',
  published: typeof report.published === 'string' ? report.published : report.published?.value ?? null,
});
