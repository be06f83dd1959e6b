// The API counts Unicode code points; JavaScript strings count UTF-16 units. Nothing else in the page may slice a report's text.

export function code_points(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { length: text.length, slice: (start, end) => text.slice(start, end) };
  const points = Array.from(text);
  return { length: points.length, slice: (start, end) => points.slice(start, end).join('') };
}

// Cuts [from, to) wherever a span begins or ends, so that spans may overlap as they like:
// a list of { start, end, spans } in order, where spans are those that cover the piece.
export function pieces(from, to, spans) {
  const inside = spans.filter((span) => span.start < to && span.end > from);
  const cuts = new Set([from, to]);
  for (const span of inside) { cuts.add(Math.max(from, span.start)); cuts.add(Math.min(to, span.end)); }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((start, i) => ({ start, end: at[i + 1], spans: inside.filter((span) => span.start <= start && span.end >= at[i + 1]) }));
}
