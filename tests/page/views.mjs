// Every view by its address: one h1, no error, no foreign request, no sideways scrolling, axe content, in both themes and both widths.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { addresses } from './addresses.mjs';
import { settled, watched_page } from './browser.mjs';
import { check, same, that } from './harness.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [[1280, 900, ''], [390, 844, ' phone']];

export async function views(browser, base, shots) {
  const { all } = await addresses(base);
  const list = Object.entries(all).filter(([name, to]) => name !== 'word' && to);
  for (const [name, to] of Object.entries(all)) if (!to) console.log(`-     ${name}: the store has nothing to show it with`);

  for (const theme of ['light', 'dark']) for (const [width, height, size] of SIZES) {
    const { page, context, troubles } = await watched_page(browser, base, { colorScheme: theme, viewport: { width, height } });
    for (const [name, to] of list) await check(`${name}, ${theme}${size}`, async () => {
      await page.goto('about:blank');
      await page.goto(base + to);
      await settled(page);
      await looks_right(page, troubles);
      if (shots) await page.screenshot({ path: `${shots}/${name}-${theme}${size.trim() && `-${size.trim()}`}.png`, fullPage: true });
      return accessible(page);
    });
    await context.close();
  }

  const { page, context, troubles } = await watched_page(browser, base);
  await check('first paint', async () => {
    await page.goto(base + all.story);
    await settled(page);
    const paints = await page.evaluate(() => performance.getEntriesByType('paint').map((one) => `${one.name} ${Math.round(one.startTime)} ms`));
    return paints.join(', ');
  });
  await check('print', async () => {
    for (const to of [all.story, all.report, all.search]) {
      await page.goto(base + to);
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      const shown = await page.evaluate(() => ['.banner nav', '.search', '.theme', '.filters', '.tools'].filter((s) => [...document.querySelectorAll(s)].some((n) => n.getClientRects().length)));
      same(shown.join(', '), '', 'controls on paper');
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      same(ground, 'rgb(255, 255, 255)', 'paper');
      await page.emulateMedia({ media: null });
    }
    same(troubles(), '', 'troubles');
  });
  await check('theme is kept', async () => {
    await page.goto(`${base}/`);
    await settled(page);
    const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.click('.theme');
    const after = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    that(before !== after, 'the button changes nothing');
    await page.reload();
    await settled(page);
    same(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), after, 'ground after a reload');
  });
  await check('no word of the API is parsed as HTML', async () => {
    const script = await (await fetch(`${base}/room.js`)).text();
    // The library has a door for raw HTML; the page must not use it: one mention a place where the library looks for it.
    that(!/dangerouslySetInnerHTML:\s*\{/.test(script), 'raw HTML is set');
    that(!/\beval\(|new Function\(/.test(script), 'a string is run as a script');
  });
  await context.close();
}

export async function looks_right(page, troubles) {
  same(await page.locator('h1').count(), 1, 'h1');
  that((await page.locator('h1').innerText()).trim(), 'the h1 is empty');
  that((await page.title()).endsWith('Reading room'), 'the window has no title');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  that(wide <= 0, `the page is ${wide} px wider than the window: ${await page.evaluate(() => [...document.querySelectorAll('main *')].filter((n) => n.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((n) => `${n.tagName}.${n.className}`).join(', '))}`);
  same(troubles(), '', 'troubles');
}

async function accessible(page) {
  // The content policy forbids script elements; what the debugger evaluates is outside of it.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.slice(0, 3).map((n) => n.target.join(' ')) })));
  const grave = found.filter((v) => ['serious', 'critical'].includes(v.impact));
  that(!grave.length, grave.map((v) => `${v.id} (${v.impact}): ${v.nodes.join(' | ')}`).join('\n'));
  return found.length ? `lesser: ${found.map((v) => v.id).join(', ')}` : '';
}
