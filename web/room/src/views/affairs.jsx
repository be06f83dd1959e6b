// The first page: what is new since the last visit, then every affair, newest first.
import { useEffect, useState } from 'preact/hooks';
import { use_api, use_list } from '../api.js';
import { recall, remember } from '../memory.js';
import { More, Page } from '../page.jsx';
import { Hits } from '../hits.jsx';
import { Gauge } from '../origins.jsx';
import { at } from '../router.js';
import { count, days } from '../words.js';

export function Affairs() {
  const { items, more, error, loading } = use_list('/api/threads', 'threads');
  return (
    <Page title="Affairs" loading={loading} error={!items.length && error}>
      <News />
      {items.length ? <ul class="lines affairs">{items.map((thread) => <AffairLine key={thread.id} thread={thread} />)}</ul>
        : <p class="empty">No report has been stored yet. “attache add” puts some in.</p>}
      {error && <p class="error" role="alert">{error}</p>}
      <More more={more} />
    </Page>
  );
}

export function AffairLine({ thread }) {
  return (
    <li class="line">
      <div class="what">
        <h2 class="title"><a class="go" href={at.affair(thread.id)}>{thread.title || 'An affair without headline'}</a></h2>
        <p class="quiet">
          {days(thread.first, thread.last)} · {count(thread.reports, 'report')} · {count(thread.stories, 'story', 'stories')}
          {thread.differ > 0 ? <> · <strong>origins differ on {count(thread.differ, 'fact')}</strong></> : ' · no disputed fact'}
        </p>
      </div>
      <Gauge number={thread.origins} />
    </li>
  );
}

// The number of the newest addition that the reader has seen is kept in the browser. A first visit has no news.
function News() {
  const { data: store } = use_api('/api');
  const newest = store?.additions[0]?.number;
  const [seen, set] = useState(() => recall('seen'));
  useEffect(() => { if (newest !== undefined && seen === null) { remember('seen', newest); set(String(newest)); } }, [newest, seen]);
  const behind = newest !== undefined && seen !== null && Number(seen) < newest;
  const { data: news, error } = use_api(behind ? `/api/news?since=${encodeURIComponent(seen)}` : null);
  if (!behind) return null;
  const read = () => { remember('seen', newest); set(String(newest)); document.querySelector('h1').focus(); };
  return (
    <section class="news" aria-labelledby="news">
      <h2 id="news">New since your last visit</h2>
      {error && <p class="error" role="alert">{error}</p>}
      {news && (news.reports.length ? <Hits hits={news.reports.slice(0, 10)} /> : <p class="empty">Nothing was added that had not been stored before.</p>)}
      {news && <p class="quiet">
        {news.reports.length > 10 && `${news.reports.length - 10} more new reports stand in the affairs below. `}
        {news.threads.length > 0 && <>In: {news.threads.slice(0, 8).map((thread, i) => <>{i > 0 && '; '}<a href={at.affair(thread.id)}>{thread.title || 'an affair without headline'}</a></>)}{news.threads.length > 8 && ` and ${news.threads.length - 8} more`}.</>}
      </p>}
      <p><button type="button" onClick={read}>I have seen these</button></p>
    </section>
  );
}
