// Debian's Chromium, and a page that notes what must not happen: console errors, dialogs, requests to another host.
import { chromium } from 'playwright-core';

export const start = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

export async function watched_page(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const own = new URL(base).host, wrong = [];
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
  page.on('dialog', (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss().catch(() => {}); });
  page.on('request', (request) => { const url = new URL(request.url()); if (/^(https?|wss?):$/.test(url.protocol) && url.host !== own) wrong.push(`request: ${url.href}`); });
  page.on('popup', (popup) => wrong.push(`popup: ${popup.url()}`));
  // The list is emptied when it is read, so that each check blames its own view.
  const troubles = () => wrong.splice(0).join('; ');
  return { page, context, troubles };
}

// A view is there when its h1 is and nothing is awaited any more.
export async function settled(page) {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => !document.querySelector('.wait') && document.title !== '', null, { timeout: 30000 });
  await page.waitForLoadState('networkidle');
}
