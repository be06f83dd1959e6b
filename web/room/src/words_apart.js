// Which words of a second wording the first one does not have: longest common subsequence of words. Quadratic, so long wordings are left as they are.
const LONGEST = 160;
const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

// A list of { text, own } that together make the second wording.
export function words_apart(first, second) {
  const a = first.split(/\s+/).map(bare).filter(Boolean), b = second.split(/(?<=\s)/);
  const key = b.map(bare);
  if (a.length > LONGEST || b.length > LONGEST) return [{ text: second, own: false }];
  const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) best[i][j] = a[i] === key[j] ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
  const common = new Set();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === key[j]) { common.add(j); i++; j++; } else if (best[i + 1][j] >= best[i][j + 1]) i++; else j++;
  }
  const out = [];
  b.forEach((text, j) => {
    const own = !common.has(j) && !!key[j];
    if (out.length && out.at(-1).own === own) out.at(-1).text += text; else out.push({ text, own });
  });
  return out;
}
