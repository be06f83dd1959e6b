import { use_api } from '../api.js';
import { Page } from '../page.jsx';
import { at } from '../router.js';
import { verdict } from '../words.js';

export function Decisions() {
  const { data, error, loading } = use_api('/api/decisions');
  return (
    <Page title="Decisions" loading={loading} error={error}>
      {data && (data.decisions.length ? (
        <ul class="lines">{data.decisions.map((one) => (
          <li class="line" key={one.number}>
            <div class="what"><h2 class="title"><a class="go" href={at.decision(one.number)}>{one.title || 'A question without title'}</a></h2><p class="quiet">{verdict(one.verdict)}</p></div>
          </li>
        ))}</ul>
      ) : <p class="empty">No question was asked. “attache serve --question FILE” asks where a decision stands.</p>)}
    </Page>
  );
}
