// What holds according to the reports, open questions first.
import { use_list } from '../api.js';
import { Hits } from '../hits.jsx';
import { More, Page } from '../page.jsx';
import { use_place } from '../router.js';
import { status, STATUSES, status_means } from '../words.js';

export function Facts() {
  const { query } = use_place(), asked = query.get('status') ?? '';
  const { items, more, error, loading } = use_list(`/api/facts${asked ? `?status=${encodeURIComponent(asked)}` : ''}`, 'facts');
  return (
    <Page title="Facts" ready={!loading}>
      <nav class="tabs" aria-label="Facts by status">
        <a href="/facts" aria-current={asked ? undefined : 'page'}>all, open ones first</a>
        {STATUSES.map((word) => <a key={word} href={`/facts?status=${word}`} aria-current={asked === word ? 'page' : undefined}>{status(word)}</a>)}
      </nav>
      <p class="quiet">{status_means(asked) || '\u00a0'}</p>
      {error && <p class="error" role="alert">{error}</p>}
      {!loading && !error && !items.length && <p class="empty">No fact has this status.</p>}
      <Hits hits={items} />
      <More more={more} />
    </Page>
  );
}
