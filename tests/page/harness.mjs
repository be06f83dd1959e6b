// Named checks and a count of those that failed; nothing else is needed here.
let failed = 0, passed = 0;

export async function check(name, body) {
  try {
    const note = await body();
    passed++;
    console.log(`ok    ${name}${note ? ` (${note})` : ''}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(error.message ?? error).split('\n').slice(0, 8).join('\n      ')}`);
  }
}
export function that(truth, message) { if (!truth) throw new Error(message); }
export function same(found, wanted, what) { if (found !== wanted) throw new Error(`${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`); }
export function finish() { console.log(`\n${passed} checks passed, ${failed} failed`); process.exitCode = failed ? 1 : 0; }
