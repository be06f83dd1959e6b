// Walks the reading room in a browser.
//   node tests/page/run.mjs BASE_URL             every view, by address, by click and by keyboard
//   node tests/page/run.mjs BASE_URL --hostile   a store of hostile reports: nothing of them may run
// SHOTS=FOLDER keeps pictures; CHROMIUM names another browser.
import { mkdirSync } from 'node:fs';
import { start } from './browser.mjs';
import { finish } from './harness.mjs';
import { views } from './views.mjs';
import { reading } from './reading.mjs';
import { hostile } from './hostile.mjs';

const base = process.argv[2]?.replace(/\/$/, '');
if (!base) { console.error('Usage: node tests/page/run.mjs BASE_URL [--hostile]'); process.exit(2); }
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const browser = await start();
try {
  if (process.argv.includes('--hostile')) await hostile(browser, base, shots);
  else { await views(browser, base, shots); await reading(browser, base); }
} catch (error) {
  console.log(`FAIL  the walk broke off: ${error.stack}`);
  process.exitCode = 1;
} finally { await browser.close(); }
finish();
