// One story: who reported it, what was said, what happened, what holds, who copied whom.
import { useMemo } from 'preact/hooks';
import { use_api } from '../api.js';
import { Cites } from '../cites.jsx';
import { colour, Gauge, Legend, Shape } from '../origins.jsx';
import { Folded, Page } from '../page.jsx';
import { Event, Fact, Statement } from '../records.jsx';
import { at } from '../router.js';
import { index_view, short_report } from '../view_index.js';
import { count, day, days, descent, outlet_of } from '../words.js';

export function Story({ id }) {
  const { data: view, error, loading } = use_api(`/api/stories/${encodeURIComponent(id)}`);
  const index = useMemo(() => view && index_view(view), [view]);
  const story = view?.story;
  return (
    <Page title={story ? story.title || 'A story without headline' : 'Story'} kick={view ? <>Story in <a href={at.affair(view.thread.id)}>{view.thread.title || 'an affair without headline'}</a></> : 'Story'} loading={loading} error={error}>
      {view && <>
        <p class="dek">{days(story.first, story.last)} · {count(story.reports, 'report')} of <strong>{count(story.origins, 'independent origin')}</strong></p>
        <Legend rooms={index.rooms} />
        <Happened record={view.stories.find((one) => one.id === story.id)} index={index} />
        <Contents view={view} />
        <section aria-labelledby="reports"><h2 id="reports">Reports</h2><Folded items={view.reports}>{(report) => <ReportLine key={report.id} report={report} index={index} />}</Folded></section>
        <section aria-labelledby="statements"><h2 id="statements">Statements</h2>
          {view.statements.length ? <><p class="quiet">Rule at the left: solid, quoted; double, partly quoted; dotted, told in the report’s words. Underlined: words that the first wording has not.</p>
            <Folded items={view.statements} first={30} class="statements">{(one) => <Statement key={one.id} statement={one} index={index} />}</Folded></> : <p class="empty">No report tells what anybody said.</p>}
        </section>
        <section aria-labelledby="events"><h2 id="events">Events</h2>
          {view.events.length ? <><p class="quiet">Who does what to whom.</p><Folded items={view.events}>{(one) => <Event key={one.id} event={one} index={index} />}</Folded></> : <p class="empty">No event was found in these reports.</p>}
        </section>
        <section aria-labelledby="facts"><h2 id="facts">Facts</h2>
          {view.facts.length ? <Folded items={view.facts} class="facts">{(one) => <Fact key={one.id} fact={one} index={index} />}</Folded> : <p class="empty">No fact that could be compared was found.</p>}
        </section>
        <section aria-labelledby="copies"><h2 id="copies">Copies</h2><Families view={view} index={index} /></section>
      </>}
    </Page>
  );
}

function Contents({ view }) {
  const copies = view.families.reduce((n, family) => n + family.members.length - 1, 0);
  const parts = [['reports', 'Reports', view.reports.length], ['statements', 'Statements', view.statements.length], ['events', 'Events', view.events.length], ['facts', 'Facts', view.facts.length], ['copies', 'Copies', copies]];
  return <nav class="tabs contents" aria-label="On this page">{parts.map(([to, name, n]) => <a key={to} href={`#${to}`}>{name} <b>{n}</b></a>)}</nav>;
}

function Happened({ record, index }) {
  const parts = ['who', 'what', 'when', 'where'].filter((part) => record?.event?.[part]);
  if (!parts.length && !record?.reasons.length) return null;
  return (
    <dl class="happened">
      {parts.map((part) => {
        const phrase = record.event[part];
        return <div key={part}><dt>{part}</dt><dd><span class="words">{phrase.exact}</span> <Gauge number={phrase.origins} rooms={index.rooms} letters={index.letters(phrase.reports)} />{' '}
          {phrase.in === 'text' ? <Cites index={index} citations={[phrase]} /> : <a class="cite" href={at.report(phrase.report)}>{index.label(phrase.report)}, headline</a>}</dd></div>;
      })}
      {record.reasons.length > 0 && <div><dt>one story because</dt><dd>{record.reasons.join('; ')}</dd></div>}
    </dl>
  );
}

export function descent_of(view, id) {
  for (const family of view.families) {
    const member = family.members.find((one) => one.report === id);
    if (member) return member;
  }
  return null;
}

function ReportLine({ report, index }) {
  const r = short_report(report), member = descent_of(index.view, r.id);
  const lead = report.sentences[0], room = index.room(r.id);
  return (
    <li class="line">
      <div class="what">
        <p class="says"><Shape room={room} /> <b class={colour(room)}>{r.label}</b> <a class="go" href={at.report(r.id)}>{r.title || 'no headline'}</a></p>
        <p class="quiet">
          {[outlet_of(r), r.agency && r.agency !== r.outlet && r.outlet ? r.agency : ''].filter(Boolean).join(', ')} · {r.published ? day(r.published) : report.not_before ? `undated, not before ${day(report.not_before.value)}` : 'undated'}
          {report.status && report.status.value !== 'usable' && <strong> · {report.status.value} by the agency</strong>}
          {member?.parent && <> · <a href={at.copies(index.view.of.id, r.id)}>{descent(member.descent)} copy of {index.label(member.parent)}</a></>}
        </p>
      </div>
      <Gauge number={1} rooms={index.rooms} letters={index.letters([r.id])} />
      {lead ? <Cites index={index} citations={[{ report: r.id, start: lead[0], end: lead[1], exact: 'first sentence' }]} /> : <span class="cites" />}
    </li>
  );
}

function Families({ view, index }) {
  if (!view.families.length && !view.second_sources.length) return <p class="empty">No report is a copy of another one.</p>;
  return (
    <>
      {view.families.map((family) => (
        <ul class="lines family" key={family.id}>
          {family.members.map((member) => {
            const r = index.reports.get(member.report), room = index.room(member.report);
            const weighty = (member.edits ?? []).filter((e) => ['replaced', 'dropped', 'added', 'reworded'].includes(e.op)).length;
            return (
              <li class={member.parent ? 'line copy' : 'line'} key={member.report}>
                <div class="what">
                  <p class="says"><Shape room={room} /> <b class={colour(room)}>{index.label(member.report)}</b> <a href={at.report(member.report)}>{(r && short_report(r).title) || 'no headline'}</a></p>
                  <p class="quiet">{member.parent
                    ? <>{descent(member.descent)}, from {index.label(member.parent)}; {member.order}; {member.edits.length ? `${count(member.edits.length, 'change')}, ${weighty} of them in words` : 'nothing changed'}</>
                    : descent(member.descent)}</p>
                </div>
                {member.parent ? <span class="number"><a href={at.copies(view.of.id, member.report)}>side by side<span class="vh">: {index.label(member.parent)} and {index.label(member.report)}</span></a></span> : <span />}
              </li>
            );
          })}
        </ul>
      ))}
      {view.second_sources.map((second) => <p key={second.report + second.contains} class="quiet">{index.label(second.report)} also holds the text of {index.label(second.contains)}.</p>)}
      <p class="quiet">A copy counts with its first version as one origin.</p>
    </>
  );
}
