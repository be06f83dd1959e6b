// The answers of the HTTP API, made from one dossier file (attache-dossier/1).
// For work on the page only: search is a plain comparison of words, and everything is in memory.

const OPEN = ['differ', 'superseded'];
const STATUSES = ['differ', 'superseded', 'word_choice', 'agree', 'one_origin', 'only_one'];
const PAGE = 50;

export class Refusal extends Error {
  constructor(status, code, message) { super(message); this.status = status; this.code = code; }
}
const missing = (what) => new Refusal(404, 'not_found', `There is no such ${what} here.`);

function page(name, all, query) {
  const from = Number(query.get('cursor') ?? 0) || 0;
  return { [name]: all.slice(from, from + PAGE), next: from + PAGE < all.length ? String(from + PAGE) : null };
}

export function open_dossier(dossier) {
  const by_id = (list) => new Map(list.map((record) => [record.id, record]));
  const reports = by_id(dossier.reports), stories = by_id(dossier.stories), threads = by_id(dossier.threads);
  const actors = by_id(dossier.actors), origins = by_id(dossier.origins);
  const day_of = (report) => report.published?.value ?? null;
  const points = new Map();
  const text_of = (report) => points.get(report.id) ?? points.set(report.id, Array.from(report.text)).get(report.id);
  const last_day = (record) => record.reports.map((id) => day_of(reports.get(id)) ?? '').sort().at(-1) || null;
  const thread_of = (story) => threads.get(story.thread);

  // ---- short records ----
  const letters = (record) => new Set(record.reports.map((id) => origins.get(reports.get(id).origin).letter));
  const story = (record) => ({ id: record.id, title: record.title, first: record.first, last: record.last, reports: record.reports.length, origins: record.origins, thread: record.thread });
  function thread(record) {
    const own = record.stories.map((id) => stories.get(id));
    const days = own.flatMap((s) => [s.first, s.last]).filter(Boolean).sort();
    const most = [...own].sort((a, b) => b.origins - a.origins || b.reports.length - a.reports.length)[0];
    const held = new Set(record.reports);
    return { id: record.id, title: most.title, first: days[0] ?? null, last: days.at(-1) ?? null, reports: record.reports.length, stories: own.length, origins: record.origins,
      differ: dossier.facts.filter((f) => f.status === 'differ' && f.reports.some((id) => held.has(id))).length };
  }
  const short_report = (r) => ({ id: r.id, title: r.title?.value ?? '', outlet: r.outlet?.value ?? '', agency: r.agencies[0]?.value ?? '', source: r.source });
  const cite = ({ report, start, end, exact }) => ({ report, start, end, exact });
  const sides = (list) => list.map((one) => one.name).join(', ') || 'nobody named';

  function hit(kind, record) {
    if (kind === 'report') {
      const lead = record.sentences[0] ?? [0, Math.min(200, text_of(record).length)];
      const citation = { report: record.id, start: lead[0], end: lead[1], exact: text_of(record).slice(lead[0], lead[1]).join('') };
      return finish(kind, record.id, record.title?.value ?? '', record.language?.value ?? '', day_of(record), 1, citation);
    }
    const citation = cite(kind === 'fact' ? record.claims[0].citations[0] : record.citations[0]);
    const day = day_of(reports.get(citation.report));
    if (kind === 'statement') return finish(kind, record.id, record.speaker?.name ?? '', record.act, day, record.origins, citation);
    if (kind === 'fact') return finish(kind, record.id, record.sentence, record.status, day, record.origins, citation);
    return finish(kind, record.id, `${sides(record.actors)} → ${record.type.toLowerCase()} → ${sides(record.recipients)}`, record.type, record.date?.begin ?? day, record.origins, citation);
  }
  function finish(kind, id, title, label, day, count, citation) {
    const r = reports.get(citation.report), s = stories.get(r.story), t = thread(thread_of(s));
    return { kind, id, title, label, day, origins: count, story: { id: s.id, title: s.title }, thread: { id: t.id, title: t.title }, report: short_report(r), citation, marks: [] };
  }
  const open_first = [...dossier.facts].sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));

  // ---- a view: the dossier, restricted to some reports ----
  function view(kind, id, inside, own_story) {
    const held = new Set(inside);
    const touches = (record) => record.reports.some((r) => held.has(r));
    const families = dossier.families.filter((f) => f.members.some((m) => held.has(m.report)));
    const part = { statements: dossier.statements.filter(touches), events: dossier.events.filter(touches), facts: dossier.facts.filter(touches) };
    const named = new Set(families.flatMap((f) => f.members.map((m) => m.report)));
    for (const list of Object.values(part)) for (const record of list) for (const r of record.reports) named.add(r);
    const others = [...named].filter((r) => !held.has(r)).map((r) => reports.get(r));
    return { format: 'attache-view/1', of: { kind, id }, thread: thread(thread_of(own_story)), story: story(own_story),
      others: others.map((r) => ({ id: r.id, label: r.label, title: r.title?.value ?? '', outlet: r.outlet?.value ?? '', agency: r.agencies[0]?.value ?? '', published: day_of(r), story: r.story })),
      reports: inside.map((r) => reports.get(r)), families, second_sources: dossier.second_sources.filter((s) => held.has(s.report)),
      origins: dossier.origins.filter(touches), stories: [own_story], actors: dossier.actors.filter(touches), ...part };
  }

  // ---- search: every word must stand in the title or in the cited words ----
  function search(query) {
    const began = performance.now();
    const terms = [...(query.get('q') ?? '').toLowerCase().matchAll(/(-?)"([^"]+)"|(-?)(\S+)/g)]
      .map((m) => ({ not: !!(m[1] || m[3]), words: (m[2] ?? m[4]).replace(/\*$/, '') })).filter((term) => term.words && term.words !== '-');
    const filters = ['actor', 'outlet', 'agency', 'story', 'thread', 'from', 'to'].filter((name) => query.get(name));
    if (!terms.length && !filters.length) throw new Refusal(400, 'empty_query', 'Write a word to search for, or choose a filter.');
    const lists = { report: dossier.reports, statement: dossier.statements, event: dossier.events, fact: dossier.facts };
    const asked = query.get('kind');
    if (asked && !lists[asked]) throw new Refusal(400, 'bad_kind', 'The kind is one of report, statement, event and fact.');
    const groups = (asked ? [asked] : Object.keys(lists)).map((kind) => lists[kind].map((record) => matched(kind, record, terms, query)).filter(Boolean));
    const answer = asked ? page('hits', groups[0], query) : { hits: groups.flatMap((group) => group.slice(0, 10)), next: null };
    return { ...answer, took_ms: performance.now() - began };
  }
  function matched(kind, record, terms, query) {
    const found = hit(kind, record);
    const wants = (name, value) => !query.get(name) || (value ?? '').toLowerCase() === query.get(name).toLowerCase();
    if (!wants('story', found.story.id) || !wants('thread', found.thread.id) || !wants('outlet', found.report.outlet) || !wants('agency', found.report.agency)) return null;
    if (query.get('from') && !(found.day >= query.get('from'))) return null;
    if (query.get('to') && !(found.day && found.day <= query.get('to'))) return null;
    const actor = query.get('actor');
    if (actor) {
      const names = kind === 'statement' ? [record.speaker] : kind === 'event' ? [...record.actors, ...record.recipients] : kind === 'fact' ? [record.subject, record.object]
        : [...new Set(record.mentions.map((m) => m.actor))].map((id) => ({ actor: id, name: actors.get(id)?.name }));
      if (!names.some((one) => one && (one.actor === actor || one.name?.toLowerCase() === actor.toLowerCase()))) return null;
    }
    if (kind === 'report' && terms.length) {
      const at = record.sentences.find(([a, b]) => terms.some((t) => !t.not && text_of(record).slice(a, b).join('').toLowerCase().includes(t.words)));
      if (at) found.citation = { report: record.id, start: at[0], end: at[1], exact: text_of(record).slice(at[0], at[1]).join('') };
    }
    const all = `${found.title} ${kind === 'report' ? record.text : found.citation.exact}`.toLowerCase();
    if (!terms.every((term) => all.includes(term.words) !== term.not)) return null;
    found.marks = marks_in(found.citation.exact, terms.filter((term) => !term.not));
    return found;
  }
  function marks_in(exact, terms) {
    const low = Array.from(exact, (c) => c.toLowerCase().length === 1 ? c.toLowerCase() : c);
    const marks = [];
    for (const { words } of terms) {
      const wanted = Array.from(words);
      for (let i = 0; i + wanted.length <= low.length; i++) if (wanted.every((c, k) => low[i + k] === c)) { marks.push([i, i + wanted.length]); i += wanted.length - 1; }
    }
    return marks.sort((a, b) => a[0] - b[0]);
  }

  // ---- addresses ----
  const newest_first = (a, b) => (b.last ?? '').localeCompare(a.last ?? '');
  const speakers = dossier.actors.map((a) => ({ id: a.id, name: a.name, type: a.type, statements: dossier.statements.filter((s) => s.speaker?.actor === a.id).length })).filter((a) => a.statements)
    .sort((a, b) => b.statements - a.statements || a.name.localeCompare(b.name));
  const addition = { number: 1, stored: dossier.counts.stored, duplicate: dossier.counts.duplicates, refused: dossier.counts.refused };

  return function answer(path, query) {
    const [, , list, id] = path.split('/').map(decodeURIComponent);
    if (!list) {
      const days = dossier.reports.map(day_of).filter(Boolean).sort();
      return { name: 'attache', version: 'development', reports: dossier.reports.length, stories: dossier.stories.length, threads: dossier.threads.length, statements: dossier.statements.length, events: dossier.events.length,
        facts: dossier.facts.length, first: days[0] ?? null, last: days.at(-1) ?? null, additions: [addition], questions: dossier.decisions.map((d) => d.question) };
    }
    if (list === 'threads' && !id) return page('threads', dossier.threads.map(thread).sort(newest_first), query);
    if (list === 'threads') {
      const record = threads.get(id) ?? fail('affair'), held = new Set(record.reports);
      return { thread: thread(record), stories: record.stories.map((s) => story(stories.get(s))), timeline: record.timeline.map((d) => ({ ...d, reports: d.reports.length })),
        open: dossier.facts.filter((f) => OPEN.includes(f.status) && f.reports.some((r) => held.has(r))).map((f) => hit('fact', f)) };
    }
    if (list === 'stories') { const s = stories.get(id) ?? fail('story'); return view('story', id, s.reports, s); }
    if (list === 'reports') { const r = reports.get(id) ?? fail('report'); return view('report', id, [id], stories.get(r.story)); }
    if (list === 'speakers' && !id) return page('speakers', speakers.filter((s) => s.name.toLowerCase().includes((query.get('q') ?? '').toLowerCase())), query);
    if (list === 'speakers') {
      const { name, type } = actors.get(id) ?? fail('speaker');
      const own = dossier.statements.filter((s) => s.speaker?.actor === id).sort((a, b) => (last_day(b) ?? '').localeCompare(last_day(a) ?? ''));
      return { speaker: { id, name, type }, ...page('statements', own.map((s) => hit('statement', s)), query) };
    }
    if (list === 'facts') {
      const status = query.get('status');
      if (status && !STATUSES.includes(status)) throw new Refusal(400, 'bad_status', `The status is one of ${STATUSES.join(', ')}.`);
      return page('facts', open_first.filter((f) => !status || f.status === status).map((f) => hit('fact', f)), query);
    }
    if (list === 'search') return search(query);
    if (list === 'decisions' && !id) return { decisions: dossier.decisions.map((d, number) => ({ number, title: d.question, verdict: d.verdict })) };
    if (list === 'decisions') return { decision: dossier.decisions[Number(id)] ?? fail('decision') };
    if (list === 'news') {
      const since = Number(query.get('since') ?? 0), none = since >= addition.number;
      const latest = [...dossier.reports].sort((a, b) => (day_of(b) ?? '').localeCompare(day_of(a) ?? ''));
      return { since, reports: none ? [] : latest.map((r) => hit('report', r)), threads: none ? [] : dossier.threads.map(thread).sort(newest_first) };
    }
    throw missing('address');
  };
}
function fail(what) { throw missing(what); }
