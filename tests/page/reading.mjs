// How one reads: by click from affair to sentence and back, by keyboard from the search to a sentence, and that marks are the cited words.
import { addresses } from './addresses.mjs';
import { settled, watched_page } from './browser.mjs';
import { check, same, that } from './harness.mjs';

const lit = (page) => page.evaluate(() => [...document.querySelectorAll('.text mark.hit')].map((mark) => mark.textContent).join(''));
const focused = (page) => page.evaluate(() => `${document.activeElement.tagName}${document.activeElement.id ? `#${document.activeElement.id}` : ''}`);

// Pieces of a citation in two paragraphs stand in two elements; the white space between them is not drawn.
const packed = (text) => text.replace(/\s+/gu, '');

export async function reading(browser, base) {
  const { all, get, report } = await addresses(base);
  const { page, context, troubles } = await watched_page(browser, base);
  const at = () => new URL(page.url()).pathname;

  await check('by click: affairs, affair, story, report, and back', async () => {
    await page.goto(`${base}/`);
    await settled(page);
    const way = ['/'];
    for (const [link, wanted] of [['.affairs a.go', '/affairs/'], ['ol a.go', '/stories/'], ['#reports ~ ul a.go', '/reports/']]) {
      await page.locator(link).first().click();
      await page.waitForFunction((start) => location.pathname.startsWith(start), wanted);
      await settled(page);
      same(await focused(page), 'H1', 'focus after a click');
      way.push(at());
    }
    for (const wanted of way.reverse().slice(1)) {
      await page.goBack();
      await settled(page);
      same(at(), wanted, 'address after back');
      that((await page.locator('main a').count()) > 0, 'nothing is shown after back');
    }
    same(troubles(), '', 'troubles');
  });

  await check('by click: every entry of the navigation', async () => {
    for (const [name, wanted] of [['Speakers', '/speakers'], ['Facts', '/facts'], ['Decisions', '/decisions'], ['Affairs', '/']]) {
      await page.click(`.banner nav a:text-is("${name}")`);
      await page.waitForFunction((to) => location.pathname === to, wanted);
      await settled(page);
      same(at(), wanted, 'address');
      same(await focused(page), 'H1', 'focus');
    }
    if (all.speaker) {
      await page.click('.banner nav a:text-is("Speakers")');
      await settled(page);
      await page.locator('main a.go').first().click();
      await settled(page);
      that(at().startsWith('/speakers/'), 'a speaker does not open');
    }
    same(troubles(), '', 'troubles');
  });

  await check('back returns to the same height', async () => {
    await page.goto(base + all.story);
    await settled(page);
    const link = page.locator('.cites > a').last();
    await link.scrollIntoViewIfNeeded();
    const y = await page.evaluate(() => scrollY);
    await link.click();
    await page.waitForSelector('.text');
    await settled(page);
    await page.goBack();
    await settled(page);
    const now = await page.evaluate(() => scrollY);
    that(Math.abs(now - y) < 4, `left at ${y}, came back at ${now}`);
  });

  await check('by keyboard: from the search to a cited sentence', async () => {
    await page.goto(`${base}/`);
    await settled(page);
    await page.keyboard.press('/');
    same(await focused(page), 'INPUT#q', 'focus after "/"');
    await page.keyboard.type(all.word);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.results a.go');
    await settled(page);
    await page.keyboard.press('ArrowDown');
    same(await page.evaluate(() => document.activeElement.className), 'go', 'focus after the arrow');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const wanted = await page.evaluate(() => document.activeElement.getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('.text');
    await settled(page);
    that((await page.evaluate(() => location.pathname + location.hash)) === wanted, `opened ${page.url()}, wanted ${wanted}`);
    that((await lit(page)).length > 0, 'no words are marked');
    same(troubles(), '', 'troubles');
    return wanted;
  });

  await check('search marks the word', async () => {
    await page.goto(base + all.search_of_kind);
    await settled(page);
    const marks = await page.locator('.results mark').allTextContents();
    that(marks.length > 0, 'nothing is marked');
    that(marks.some((mark) => mark.toLowerCase().includes(all.word.toLowerCase().slice(0, 4))), `marked: ${marks.slice(0, 5)}`);
  });

  await check('citations in the address light exactly the cited words', async () => {
    let n = 0;
    const { threads } = await get('/api/threads');
    for (const thread of threads.slice(0, 3)) for (const story of (await get(`/api/threads/${thread.id}`)).stories.slice(0, 8)) {
      const view = await get(`/api/stories/${story.id}`);
      const cited = [...view.statements.flatMap((s) => s.citations), ...view.events.flatMap((e) => e.citations), ...view.facts.flatMap((f) => f.claims.flatMap((c) => c.citations))];
      for (const one of cited.filter((_, i) => i % Math.max(1, Math.floor(cited.length / 12)) === 0)) {
        await page.goto('about:blank');
        await page.goto(`${base}/reports/${one.report}#c${one.start}-${one.end}`);
        await page.waitForSelector('.text mark.hit');
        const found = await lit(page);
        if (/\n/.test(one.exact)) same(packed(found), packed(one.exact), `${one.report} ${one.start}-${one.end}`);
        else same(found, one.exact, `${one.report} ${one.start}-${one.end}`);
        n++;
      }
    }
    same(troubles(), '', 'troubles');
    return `${n} citations`;
  });

  await check('a record lights its words, and words light their record', async () => {
    await page.goto(`${base}/reports/${report.of.id}`);
    await settled(page);
    const records = [...report.statements, ...report.events, ...report.facts.map((f) => ({ id: f.id, citations: f.claims.flatMap((c) => c.citations) }))];
    for (const record of records) {
      const own = record.citations.filter((c) => c.report === report.of.id).sort((a, b) => a.start - b.start);
      const text = Array.from(report.reports[0].text);
      const points = new Set(own.flatMap((c) => Array.from({ length: c.end - c.start }, (_, i) => c.start + i)));
      const wanted = [...points].sort((a, b) => a - b).map((i) => text[i]).join('');
      await page.locator(`[data-id="${record.id}"]`).click();
      same(packed(await lit(page)), packed(wanted), record.id);
    }
    const mark = page.locator('.text mark[data-ids]').first();
    const ids = (await mark.getAttribute('data-ids')).split(' ');
    await mark.hover();
    that((await page.locator(`[data-id="${ids[0]}"].pointed`).count()) === 1, 'the record is not lit');
    same(troubles(), '', 'troubles');
    return `${records.length} records`;
  });

  await check('marks can be switched off; the text stays whole', async () => {
    const whole = await page.evaluate(() => [...document.querySelectorAll('.text')].map((n) => n.textContent).join(''));
    for (const kind of ['statement', 'event', 'fact']) {
      await page.locator(`.tools mark.${kind}`).click();
      same(await page.locator(`.text mark.${kind}`).count(), 0, `marks of kind ${kind}`);
    }
    same(await page.evaluate(() => [...document.querySelectorAll('.text')].map((n) => n.textContent).join('')), whole, 'text without marks');
  });

  await check('every letter of a report is on its page', async () => {
    const shown = await page.evaluate(() => { const copy = document.querySelector('.text').cloneNode(true); copy.querySelectorAll('.sn, .part, summary').forEach((n) => n.remove()); return copy.textContent; });
    same(packed(shown), packed(report.reports[0].text), 'text');
  });

  await check('an unknown id is told in words', async () => {
    await page.goto(`${base}/stories/y-0000000000000000`);
    await settled(page);
    that((await page.locator('[role=alert]').innerText()).length > 10, 'no message');
    troubles();  // the browser itself logs a 404 answer as an error
  });

  await check('what is new is told after the next addition', async () => {
    await page.goto(`${base}/`);
    await settled(page);
    await page.evaluate(() => localStorage.setItem('room.seen', '0'));
    await page.reload();
    await page.waitForSelector('.news .line, .news .empty');
    await page.locator('.news button').click();
    same(await page.locator('.news').count(), 0, 'news after they were seen');
  });
  await context.close();
}
