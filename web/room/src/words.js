// Every word of our own about the records: labels in plain English, days as people write them.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function day(value) {
  if (!value) return 'undated';
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
  if (!year) return value;
  return [date && Number(date), month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}
export function days(first, last) {
  if (!first && !last) return 'undated';
  if (!last || first === last) return day(first);
  if (!first) return day(last);
  const [a, b] = [first.split('-'), last.split('-')];
  if (a.length === 3 && b.length === 3 && a[0] === b[0]) return a[1] === b[1] ? `${Number(a[2])}–${day(last)}` : `${Number(a[2])} ${MONTHS[a[1] - 1]} – ${day(last)}`;
  return `${day(first)} – ${day(last)}`;
}
export const count = (n, one, many = `${one}s`) => `${Number(n).toLocaleString('en')} ${n === 1 ? one : many}`;
export const origins = (n) => count(n, 'origin');
export const outlet_of = (report) => report?.outlet || report?.agency || 'outlet not stated';
export const and = (list) => list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
const plain = (word) => String(word ?? '').toLowerCase().replace(/_/g, ' ');

export const STATUSES = ['differ', 'superseded', 'word_choice', 'agree', 'one_origin', 'only_one'];
export const status = (word) => ({
  differ: 'origins differ', superseded: 'superseded', word_choice: 'named differently',
  agree: 'origins agree', one_origin: 'one origin', only_one: 'one report',
})[word] ?? plain(word);
export const status_means = (word) => ({
  differ: 'Two claims cannot both be right.', superseded: 'An earlier state of a report that holds no longer; not a contradiction.',
  word_choice: 'The reports use names that take sides.', agree: 'Two or more independent origins say so.',
  one_origin: 'Several reports, all of one origin.', only_one: 'One report alone says so.',
})[word] ?? '';

export const act = (word) => ({
  says: 'says', asks: 'asks', requests: 'requests', promises: 'promises', threatens: 'threatens', denies: 'denies', refuses: 'refuses',
  judges: 'judges', accuses: 'accuses', believes: 'believes', wants: 'wants', decides: 'decides', no_comment: 'does not comment',
})[word] ?? plain(word);
export const quoted = (kind) => ({ direct: 'quoted', mixed: 'partly quoted', indirect: 'reported' })[kind] ?? plain(kind);
export const wording = (word) => ({
  same: '', copy_edit: 'edited in a copy', part: 'a part, or more of it', other_wording: 'quoted in other words', paraphrase: 'told in other words',
})[word] ?? plain(word);

export const event_type = (word) => ({
  AGREE: 'agrees with', CONSULT: 'meets', SUPPORT: 'supports', COOPERATE: 'works with', AID: 'helps', CONCEDE: 'concedes to', RETREAT: 'withdraws from',
  REQUEST: 'asks', ACCUSE: 'accuses', REJECT: 'rejects', THREATEN: 'threatens', PROTEST: 'protests against', SANCTION: 'sanctions', MOBILIZE: 'mobilises against',
  COERCE: 'coerces', ASSAULT: 'attacks',
})[word] ?? plain(word);
export const event_status = (word) => ({ happened: 'happened', ongoing: 'going on', planned: 'planned', background: 'told as history' })[word] ?? plain(word);
export const kinds = { report: 'Reports', statement: 'Statements', event: 'Events', fact: 'Facts' };
export function hit_label(hit) {
  if (hit.kind === 'fact') return status(hit.label);
  if (hit.kind === 'statement') return act(hit.label);
  if (hit.kind === 'report' && hit.report.agency && hit.report.agency !== hit.report.outlet) return hit.report.agency;
  return '';
}

export const descent = (word) => ({ original: 'first version', verbatim: 'word for word', edited: 'edited', excerpt: 'shortened', extended: 'extended' })[word] ?? plain(word);
export const op = (edit) => edit.op === 'same' ? 'moved'
  : [edit.superseded && 'superseded', edit.number_changed && 'number changed', edit.name_changed && 'name changed', plain(edit.op), edit.moved && 'moved'].filter(Boolean).join(', ');

export const block = (word) => ({
  title: 'headline', teaser: 'teaser', caption: 'caption', credit: 'credit', byline: 'byline', dateline: 'dateline', date_stamp: 'date stamp', sign_off: 'sign-off',
  section_label: 'section', related_link: 'link to another report', chrome: 'page furniture',
})[word] ?? plain(word);

export const stance = (word) => ({
  supports: 'For it', opposes: 'Against it', conditions: 'Sets conditions', obstacle_implied: 'Does not recognise the candidate', asked: 'Asked, no answer told', not_yet: 'Has not approved so far', unknown: 'Not spoken of',
})[word] ?? plain(word);
export const strength = (word) => ({ acted: 'has acted', said: 'has said so' })[word] ?? plain(word);
export const verdict = (word) => ({ passes: 'It passes, whatever the others do.', fails: 'It fails, whatever the others do.', depends: 'It depends on members who have not acted.' })[word] ?? plain(word);
