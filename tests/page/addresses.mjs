// One address of each view, taken from the API of the store under test. A view for which the store has nothing is left out and said.
export async function addresses(base) {
  const get = async (path) => {
    const answer = await fetch(base + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const { threads } = await get('/api/threads');
  if (!threads.length) throw new Error('The store has no report');
  const thread = [...threads].sort((a, b) => b.reports - a.reports)[0];
  const affair = await get(`/api/threads/${thread.id}`);
  let story, with_copies;
  for (const one of affair.stories) {
    const view = await get(`/api/stories/${one.id}`);
    if (!story || view.statements.length > story.statements.length) story = view;
    if (!with_copies && view.families.length) with_copies = view;
  }
  const report = await get(`/api/reports/${story.reports[0].id}`);
  const { speakers } = await get('/api/speakers'), { decisions } = await get('/api/decisions');
  const cited = [...report.statements, ...report.events].flatMap((record) => record.citations).filter((c) => c.report === report.of.id);
  const all = {
    affairs: '/', affair: `/affairs/${thread.id}`, story: `/stories/${story.of.id}`, report: `/reports/${report.of.id}`,
    citation: cited.length && `/reports/${report.of.id}#c${cited[0].start}-${cited[0].end}`,
    copies: with_copies && `/stories/${with_copies.of.id}/copies`, speakers: '/speakers', speaker: speakers.length && `/speakers/${speakers[0].id}`,
    facts: '/facts', facts_of_status: '/facts?status=agree', decisions: '/decisions', decision: decisions.length && `/decisions/${decisions[0].number}`,
    search: null, search_of_kind: null, missing: '/nowhere/at/all',
  };
  // A word that stands in the store, for the search.
  all.word = (report.reports[0].text.match(/\p{L}{6,12}/gu) ?? ['report']).sort((a, b) => b.length - a.length)[0];
  all.search = `/search?q=${encodeURIComponent(all.word)}`;
  all.search_of_kind = `/search?q=${encodeURIComponent(all.word)}&kind=report`;
  return { all, get, thread, report, cited };
}
