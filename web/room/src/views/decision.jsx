// Where a decision stands: the verdict, one cell a member, members by stance with their sentence, what blocks and what would have to change.
import { use_api } from '../api.js';
import { Page } from '../page.jsx';
import { at } from '../router.js';
import { and, count, day, origins, stance, strength, verdict } from '../words.js';

const STANCES = ['supports', 'opposes', 'conditions', 'obstacle_implied', 'asked', 'not_yet', 'unknown'];
// filled, framed, crossed, struck, dashed, hatched, tinted, dotted, empty: never colour
const cell = (member) => ({
  supports: member.strength === 'acted' ? 'filled' : 'framed', opposes: member.strength === 'acted' ? 'crossed' : 'struck',
  conditions: 'dashed', obstacle_implied: 'hatched', not_yet: 'tinted', asked: 'dotted', unknown: 'empty',
})[member.stance] ?? 'empty';
const LEGEND = [['filled', 'has approved'], ['framed', 'says it is for it'], ['crossed', 'has blocked'], ['struck', 'says it is against it'], ['dashed', 'sets conditions'], ['hatched', 'does not recognise the candidate'], ['tinted', 'has not approved so far'], ['dotted', 'was asked'], ['empty', 'not spoken of']];

export function Decision({ id }) {
  const { data, error, loading } = use_api(`/api/decisions/${encodeURIComponent(id)}`);
  const d = data?.decision;
  const said = new Map((data?.others ?? []).map((r) => [r.id, r]));
  return (
    <Page title={d ? d.question || 'A question without title' : 'Decision'} kick={<a href="/decisions">Decisions</a>} loading={loading} error={error}>
      {d && <>
        <p class="verdict">{verdict(d.verdict)}</p>
        <p class="dek">{[d.body_name, d.rule_name].filter(Boolean).join(': ')}{d.candidate && <> · candidate {d.candidate}</>} · as of {day(d.day)}, by {count(d.reports_read, 'report')}{d.reports_of_a_later_day > 0 && `; ${count(d.reports_of_a_later_day, 'report')} of a later day`}</p>
        <Cells members={d.members} />
        <section aria-labelledby="turn"><h2 id="turn">What blocks, what would have to change</h2><Turn d={d} /></section>
        <section aria-labelledby="members"><h2 id="members">Members</h2>{STANCES.map((word) => <Stance key={word} word={word} members={d.members.filter((m) => m.stance === word)} said={said} />)}</section>
        {d.changes.length > 0 && <section aria-labelledby="changes"><h2 id="changes">What has changed since {day(d.since)}</h2>
          <ul class="lines">{d.changes.map((c) => <li class="line" key={c.member}><div class="what"><p class="says"><strong>{c.member}</strong>: {stance(c.before.stance)} → {stance(c.now.stance)}</p></div></li>)}</ul></section>}
        <section aria-labelledby="rule"><h2 id="rule">The rule</h2>
          <p>{d.rule_words || d.rule_name} <span class="quiet">Background, not from the reports: {d.rule_source || 'no source given'}. Members as of {day(d.members_on)}.</span></p>
          {d.rule_told.length ? <ul class="lines">{d.rule_told.map((c, i) => <Told key={i} citation={c} said={said} />)}</ul> : <p class="empty">No report tells the rule.</p>}
        </section>
      </>}
    </Page>
  );
}

function Cells({ members }) {
  const used = LEGEND.map(([name, words]) => [name, words, members.filter((m) => cell(m) === name).length]);
  const sorted = [...members].sort((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance));
  return (
    <figure class="members">
      <div class="cells" role="img" aria-label={`${count(members.length, 'member')}: ${used.filter(([, , n]) => n).map(([, words, n]) => `${n} ${words}`).join(', ')}`}>
        {sorted.map((m) => <span key={m.key} class={`cell ${cell(m)}`} title={`${m.member}: ${stance(m.stance)}`} />)}
      </div>
      <figcaption><ul class="key">{used.filter(([name, , n]) => n || ['filled', 'crossed'].includes(name)).map(([name, words, n]) => <li key={name}><span class={`cell ${name}`} aria-hidden="true" /> {words}: <b>{n}</b></li>)}</ul></figcaption>
    </figure>
  );
}

function Stance({ word, members, said }) {
  if (!members.length && word !== 'opposes') return null;
  const told = members.filter((m) => m.history.length), silent = members.filter((m) => !m.history.length);
  return (
    <div class="stance">
      <h3>{stance(word)} <span class="quiet">{members.length}</span></h3>
      {!members.length && <p class="empty">no member</p>}
      <ul class="lines">{told.map((m) => <Member key={m.key} member={m} said={said} />)}</ul>
      {silent.length > 0 && <p class="silent">{and(silent.map((m) => m.member))}. <span class="quiet">{silent.map((m) => m.origins).every((n) => n === 0) ? '0 origins: no report tells a position.' : ''}</span></p>}
    </div>
  );
}

function Member({ member, said }) {
  const latest = member.history.at(-1), earlier = member.history.slice(0, -1).reverse();
  const [first] = latest.citations;
  return (
    <li class="line">
      <div class="what">
        <p class="says"><span class={`cell small ${cell(member)}`} aria-hidden="true" /> <strong>{member.member}</strong> <span class="quiet">{strength(member.strength)} · {day(member.date)}{member.date && !member.date_told && ' (day of the report)'}{member.vote_of_the_file && ` · the question file gives its vote: ${member.vote_of_the_file.vote}`}</span></p>
        {first && <p class="words">{first.exact}</p>}
        {first?.said_by && <p class="quiet">said by {first.said_by}</p>}
        {earlier.length > 0 && <details><summary>{count(earlier.length, 'earlier line')}</summary><ul class="lines">{earlier.flatMap((stand, i) => stand.citations.map((c, j) => <Told key={`${i}-${j}`} citation={c} said={said} lead={`${stance(stand.stance)}, ${stand.date ? day(stand.date) : 'undated'}`} number={stand.origins} />))}</ul></details>}
      </div>
      <span class="gauge"><b>{member.origins}</b><small> {member.origins === 1 ? 'origin' : 'origins'}</small></span>
      <span class="cites">{latest.citations.map((c, i) => <Source key={i} citation={c} said={said} />)}</span>
    </li>
  );
}
const Source = ({ citation, said }) => <a class="cite far" href={at.citation(citation)} data-at={`${citation.report} ${citation.start}-${citation.end}`}>{said.get(citation.report)?.label ?? 'the sentence'}</a>;
const Told = ({ citation, said, lead, number }) => (
  <li class="line"><div class="what">{lead && <p class="quiet">{lead}{number !== undefined && ` · ${origins(number)}`}</p>}<p class="words">{citation.exact}</p></div><span class="cites"><Source citation={citation} said={said} /></span></li>
);

function Turn({ d }) {
  const choice = (set) => and(set.map(({ take, of }) => (take === of.length ? and(of) : `${take} of ${of.join(', ')}`)));
  const least = (one, what) => one && one.size > 0 && one.sets.length > 0 && (
    <li>{count(one.size, 'open member')} together can {what}{one.proved ? '' : ' (fewer may do)'}: {one.sets.slice(0, 3).map(choice).join('; or ')}.{Number(one.count) > 1 && one.counted && ` There are ${one.count} such sets.`}</li>);
  const alone = (list, what) => (list.length ? <li>{list.length === 1 ? `${list[0]} alone can ${what}.` : `Each of these alone can ${what}: ${and(list)}.`}</li> : <li>No open member alone can {what}.</li>);
  return (
    <ul class="turn">
      {d.as_said !== null && d.as_said !== undefined && <li>If all do as they said: {verdict(d.as_said)}</li>}
      <li>If every open member agrees it {d.if_all_agree ? 'passes' : 'fails'}; if every open member refuses it {d.if_all_refuse ? 'passes' : 'fails'}.</li>
      {d.verdict === 'depends' && <>{alone(d.can_block_alone, 'block it')}{alone(d.can_carry_alone, 'carry it')}{d.smallest_blocking?.size > 1 && least(d.smallest_blocking, 'block it')}{d.smallest_carrying?.size > 1 && least(d.smallest_carrying, 'carry it')}</>}
      {d.would_open_it_again.length > 0 && <li>Another vote of any of these would open it again: {and(d.would_open_it_again)}.</li>}
      {d.chance_by_priors !== null && d.chance_by_priors !== undefined && <li>By the chances that the question file gives: {Math.round(d.chance_by_priors * 100)} %.</li>}
    </ul>
  );
}
