// A store of hostile reports: walks affairs, stories, reports, speakers, facts and searches. Nothing of a report may run, ask a host or open anything.
import { settled, watched_page } from './browser.mjs';
import { check, same, that } from './harness.mjs';
import { looks_right } from './views.mjs';

const WORDS = ['script', 'onerror', 'javascript', 'alert', 'img', '<script>alert(1)</script>', '"', '" onfocus="alert(1)', '\u202e', '😀', '-', '*', "'; DROP TABLE reports; --", '%', '\u0301', 'a'.repeat(700)];
const MOST = { threads: 60, stories: 60, reports: 120 };

export async function hostile(browser, base, shots) {
  const { page, context, troubles } = await watched_page(browser, base, { viewport: { width: 390, height: 844 } });
  const get = async (path) => (await fetch(base + path)).json();
  const unharmed = async () => {
    await looks_right(page, troubles);
    that(await page.evaluate(() => window.__pwned === undefined), 'window.__pwned is set');
    const bad = await page.evaluate(() => [...document.querySelectorAll('#room script, #room iframe, #room object, #room embed, #room img, #room base, #room form[action], #room [onerror], #room [onload], #room [onclick], #room [style*="url"]')].map((n) => n.outerHTML.slice(0, 120))
      .concat([...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')).filter((href) => !/^[/#](?!\/)/.test(href))));
    same(bad.join(' | '), '', 'foreign elements');
  };
  const visit = async (to) => { await page.goto('about:blank'); await page.goto(base + to); await settled(page); await unharmed(); };

  const threads = [];
  for (let cursor = ''; cursor !== null && threads.length < MOST.threads;) {
    const answer = await get(`/api/threads${cursor && `?cursor=${encodeURIComponent(cursor)}`}`);
    threads.push(...answer.threads);
    cursor = answer.next;
  }
  const stories = [], reports = [];
  await check('hostile: first page, speakers, facts, decisions', async () => { for (const to of ['/', '/speakers', '/facts', '/decisions']) await visit(to); });
  await check('hostile: affairs', async () => {
    for (const { id } of threads.slice(0, MOST.threads)) { await visit(`/affairs/${id}`); stories.push(...(await get(`/api/threads/${id}`)).stories.map((s) => s.id)); }
    return `${Math.min(threads.length, MOST.threads)} of them`;
  });
  await check('hostile: stories and their copies', async () => {
    for (const id of stories.slice(0, MOST.stories)) {
      await visit(`/stories/${id}`);
      const view = await get(`/api/stories/${id}`);
      reports.push(...view.reports.map((r) => r.id));
      if (view.families.length) await visit(`/stories/${id}/copies`);
    }
    return `${Math.min(stories.length, MOST.stories)} of them`;
  });
  await check('hostile: reports', async () => {
    for (const id of reports.slice(0, MOST.reports)) {
      await visit(`/reports/${id}`);
      for (const button of (await page.locator('.found button').all()).slice(0, 3)) await button.click();
      await unharmed();
    }
    if (shots) await page.screenshot({ path: `${shots}/hostile-report.png`, fullPage: true });
    return `${Math.min(reports.length, MOST.reports)} of them`;
  });
  await check('hostile: the text of a report is on its page letter by letter', async () => {
    for (const id of reports.slice(0, 40)) {
      const view = await get(`/api/reports/${id}`);
      await page.goto(`${base}/reports/${id}`);
      await page.waitForSelector('.text');
      const shown = await page.evaluate(() => { const copy = document.querySelector('.text').cloneNode(true); copy.querySelectorAll('.sn, .part, summary, .error').forEach((n) => n.remove()); return copy.textContent; });
      same(shown.replace(/\s+/gu, ''), view.reports[0].text.replace(/\s+/gu, ''), id);
    }
  });
  await check('hostile: addresses that lie', async () => {
    for (const to of ['/reports/%3Cscript%3Ealert(1)%3C%2Fscript%3E', '/affairs/javascript%3Aalert(1)', '/stories/..%2f..%2fapi', '/reports/%E0%A4%A', '//evil.example/x'].slice(0, 4)) {
      await page.goto(base + to);
      await settled(page);
      troubles();  // the browser logs the 404 of the API
      await unharmed();
    }
    if (reports.length) for (const hash of ['#c0-999999999', '#c5-5', '#c-1-2', '#c99999999999-1', '#cjavascript:alert(1)']) {
      await page.goto('about:blank');
      await page.goto(`${base}/reports/${reports[0]}${hash}`);
      await settled(page);
      await unharmed();
    }
  });
  await check('hostile: searches', async () => {
    for (const word of WORDS) {
      await page.goto('about:blank');
      await page.goto(`${base}/search?q=${encodeURIComponent(word)}`);
      await settled(page);
      const refused = await page.locator('[role=alert]').count();
      const wrong = troubles();
      that(!wrong || (refused && /^console: Failed to load resource/.test(wrong)), wrong);
      await unharmed();
    }
    if (shots) await page.screenshot({ path: `${shots}/hostile-search.png`, fullPage: true });
    return `${WORDS.length} of them`;
  });
  await context.close();
}
