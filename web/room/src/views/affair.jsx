// One affair: open facts first, its stories on a true axis of time and as a list, then the days with their sentence.
import { use_api } from '../api.js';
import { Hits } from '../hits.jsx';
import { Gauge } from '../origins.jsx';
import { Folded, Page } from '../page.jsx';
import { at } from '../router.js';
import { Timeline } from '../timeline.jsx';
import { count, day, days } from '../words.js';

export function Affair({ id }) {
  const { data, error, loading } = use_api(`/api/threads/${encodeURIComponent(id)}`);
  const thread = data?.thread;
  return (
    <Page title={thread ? thread.title || 'An affair without headline' : 'Affair'} kick={<><a href="/">Affairs</a></>} loading={loading} error={error}>
      {data && <>
        <p class="dek">
          {days(thread.first, thread.last)} · {count(thread.reports, 'report')} in {count(thread.stories, 'story', 'stories')} of <strong>{count(thread.origins, 'independent origin')}</strong>.{' '}
          <a href={at.search({ thread: thread.id, kind: 'report' })}>All reports</a>
        </p>
        <section aria-labelledby="open">
          <h2 id="open">What is open</h2>
          {data.open.length ? <Hits hits={data.open} /> : <p class="empty">No two origins contradict each other, and no report was superseded.</p>}
        </section>
        <section aria-labelledby="stories">
          <h2 id="stories">Stories in order of time</h2>
          <Timeline stories={data.stories} days={data.timeline} />
          <ol class="lines plain">
            {data.stories.map((story) => (
              <li class="line" key={story.id}>
                <div class="what"><p class="says"><a class="go" href={at.story(story.id)}>{story.title || 'A story without headline'}</a></p><p class="quiet">{days(story.first, story.last)} · {count(story.reports, 'report')}</p></div>
                <Gauge number={story.origins} />
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="days">
          <h2 id="days">Day by day</h2>
          <p class="quiet">Days that the reports name, each with one sentence that names it.</p>
          {data.timeline.length ? <Folded items={data.timeline} first={40}>{(one) => (
            <li class="line" key={one.day}>
              <div class="what"><p class="words"><time dateTime={one.day}>{day(one.day)}</time> {one.citation.exact}</p><p class="quiet">{count(one.reports, 'report')}</p></div>
              <Gauge number={one.origins} />
              <span class="cites"><a class="cite far" href={at.citation(one.citation)} data-at={`${one.citation.report} ${one.citation.start}-${one.citation.end}`}>the sentence<span class="vh"> of {day(one.day)}</span></a></span>
            </li>
          )}</Folded> : <p class="empty">The reports name fewer than two days.</p>}
        </section>
      </>}
    </Page>
  );
}
