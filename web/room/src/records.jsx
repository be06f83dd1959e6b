// The records of a View as lines: statements with their wordings, events, facts with their claims.
import { Cites } from './cites.jsx';
import { code_points } from './code_points.js';
import { colour, Gauge } from './origins.jsx';
import { at } from './router.js';
import { act, and, days, event_status, event_type, quoted, status, status_means, wording } from './words.js';
import { words_apart } from './words_apart.js';

export const Actor = ({ one, speaker }) => (one?.actor && speaker ? <a href={at.speaker(one.actor)}>{one.name}</a> : one?.name || 'nobody named');
const names = (list) => (list.length ? and(list.map((one) => one.name)) : 'nobody named');

export function event_sentence(event) {
  if (event.reciprocal) return `${names(event.actors)} → ${event_type(event.type)} each other`;
  return `${names(event.actors)} → ${event_type(event.type)} → ${names(event.recipients)}`;
}
export const event_day = (event) => (event.date ? days(event.date.begin, event.date.end) : 'no day told');

// Which mentions (and so which citations) have a wording. The words of a mention are compared where its report is in the view.
function mentions_of(statement, variant, index) {
  const one_space = (text) => text.replace(/\s+/gu, ' ').trim();
  const spoken = (mention) => {
    const report = index.inside.has(mention.report) && index.reports.get(mention.report);
    if (!report) return null;
    const text = code_points(report.text);
    return mention.content.map(([start, end]) => one_space(text.slice(start, end))).join(' … ');
  };
  return statement.mentions.map((mention, i) => ({ mention, i })).filter(({ mention }) => {
    if (!variant.reports.includes(mention.report)) return false;
    const words = spoken(mention);
    return words === null || words === variant.words || !statement.variants.some((other) => other.words === words && other.reports.includes(mention.report));
  });
}

export function Statement({ statement, index }) {
  const [first] = statement.variants, by = names_of(statement);
  return (
    <li class="statement" id={statement.id}>
      <div class="line top">
        <p class="says"><strong><Actor one={statement.speaker} speaker /></strong> {act(statement.act)}{statement.addressee && <>, to <Actor one={statement.addressee} /></>}{statement.form && <span class="quiet"> in a {statement.form}</span>}{by}</p>
        <Gauge number={statement.origins} rooms={index.rooms} letters={index.letters(statement.reports)} />
        <span class="cites" />
      </div>
      {statement.variants.map((variant, i) => {
        const own = mentions_of(statement, variant, index);
        const kind = own[0]?.mention.kind ?? statement.mentions[0].kind;
        return (
          <div class="line variant" key={i}>
            <div class={`words ${kind}`}>
              <p>{i === 0 ? variant.words : words_apart(first.words, variant.words).map((part) => (part.own ? <u>{part.text}</u> : part.text))}</p>
              <p class="quiet">{[quoted(kind), wording(variant.wording)].filter(Boolean).join(' · ')}{statement.variants.length > 1 && <> · <Holders ids={variant.reports} index={index} /></>}</p>
            </div>
            {statement.variants.length > 1 ? <Gauge number={variant.origins} rooms={index.rooms} letters={index.letters(variant.reports)} /> : <span />}
            <Cites index={index} citations={own.map(({ i: n }) => statement.citations[n])} />
          </div>
        );
      })}
    </li>
  );
}
function names_of(statement) {
  const reasons = [...new Set(statement.mentions.map((m) => m.speaker_reason).filter((r) => r && r !== 'named'))];
  return reasons.length ? <span class="quiet"> (speaker: {reasons.slice(0, 2).join('; ')})</span> : null;
}
const Holders = ({ ids, index }) => [...new Set(ids)].map((id, i) => <>{i > 0 && ', '}<a class={`cite ${colour(index.room(id))}`} href={at.report(id)}>{index.label(id)}</a></>);

export function Event({ event, index }) {
  const apart = [event.dates_differ && 'days differ', event.places_differ && 'places differ', event.numbers_differ && 'numbers differ'].filter(Boolean);
  return (
    <li class="line" id={event.id}>
      <div class="what">
        <p class="says"><strong>{event_sentence(event)}</strong>{event.mode && <span class="quiet"> ({event.mode.replace(/_/g, ' ')})</span>}</p>
        <p class="quiet">{event_day(event)} · {event_status(event.status)}{event.place && <> · {event.place.exact}</>} · in the reports’ words: {[...new Set(event.mentions.map((m) => m.trigger.exact))].slice(0, 4).map((word, i) => <>{i > 0 && ', '}<q>{word}</q></>)}{apart.length > 0 && <> · <strong>{and(apart)}</strong></>}</p>
      </div>
      <Gauge number={event.origins} rooms={index.rooms} letters={index.letters(event.reports)} />
      <Cites index={index} citations={event.citations} />
    </li>
  );
}

export function Fact({ fact, index }) {
  const several = fact.claims.length > 1;
  return (
    <li class="fact" id={fact.id}>
      <div class="line top">
        <p class="says"><strong>{fact.sentence}</strong> <span class="quiet"><span class="tag" title={status_means(fact.status)}>{status(fact.status)}</span>{fact.reason && `: ${fact.reason}`}</span></p>
        <Gauge number={fact.origins} rooms={index.rooms} letters={index.letters(fact.reports)} />
        {several ? <span class="cites" /> : <Cites index={index} citations={fact.claims[0].citations} />}
      </div>
      {several && fact.claims.map((claim, i) => (
        <div class="line variant" key={i}>
          <div class={fact.status === 'superseded' && i > 0 ? 'claim old' : 'claim'}>
            <p><span class="value">{claim.value || 'no value told'}</span>{claim.date && claim.date.begin !== claim.value && <span class="quiet"> {days(claim.date.begin, claim.date.end)}</span>}</p>
            <p class="words small">{claim.citations[0].exact}</p>
            {claim.citations[0].said_by && <p class="quiet">said by {claim.citations[0].said_by}</p>}
          </div>
          <Gauge number={claim.origins} rooms={index.rooms} letters={index.letters(claim.reports)} />
          <Cites index={index} citations={claim.citations} />
        </div>
      ))}
      {!several && fact.claims[0].citations[0].said_by && <p class="quiet">said by {fact.claims[0].citations[0].said_by}</p>}
    </li>
  );
}
