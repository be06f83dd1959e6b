// Stories on a true axis: x is the day, so a silence of two months is two months wide. A bar runs from the first report of a story
// to the last; its thickness is its number of origins. Below the axis: the days that sentences name.
// The list under the picture says the same in words, so a screen reader gets a summary only.
import { navigate, at } from './router.js';
import { count, day } from './words.js';

const DAY = 86400000, LEFT = 8, MOST = 30;
const WIDE = { width: 960, row: 26, ticks: 10, letters: 66 };
const PHONE = { width: 380, row: 42, ticks: 5, letters: 46 };  // the title stands above its bar
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const time = (value) => Date.parse(`${value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value}T00:00Z`);

function ticks(from, to, most) {
  const months = (to - from) / DAY / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => months / n <= most) ?? 240;
  const out = [], start = new Date(from);
  for (let m = start.getUTCFullYear() * 12 + Math.ceil(start.getUTCMonth() / step) * step - (start.getUTCFullYear() * 12 % step); ; m += step) {
    const when = Date.UTC(Math.floor(m / 12), m % 12, 1);
    if (when > to) return out;
    if (when >= from) out.push({ when, text: m % 12 === 0 || !out.length ? `${MONTHS[m % 12]} ${Math.floor(m / 12)}` : MONTHS[m % 12] });
  }
}

function longest_gap(stories) {
  let gap = null, end = null;
  for (const { from, to } of [...stories].sort((a, b) => a.from - b.from)) {
    if (end !== null && from - end > (gap ? gap.to - gap.from : 20 * DAY)) gap = { from: end, to: from };
    end = Math.max(end ?? to, to);
  }
  return gap;
}

export function Timeline(props) {
  return <figure class="timeline"><Picture {...props} form={WIDE} name="wide" /><Picture {...props} form={PHONE} name="phone" /><Caption {...props} /></figure>;
}

function measure(stories, days) {
  const dated = stories.filter((s) => s.first || s.last).map((s) => ({ ...s, from: time(s.first ?? s.last), to: time(s.last ?? s.first) }));
  const first = Math.min(...dated.map((s) => s.from)), last = Math.max(...dated.map((s) => s.to));
  const pad = Math.max(3 * DAY, (last - first) * 0.04);
  return { dated, first, last, from: first - pad, to: last + pad, told: days.map((d) => ({ ...d, when: time(d.day) })) };
}

// The axis is that of the reports; days told long before or after them are counted here instead of pressing the rest together.
function Caption({ stories, days }) {
  const { dated, from, to, told } = measure(stories, days), undated = stories.length - dated.length;
  const before = told.filter((d) => d.when < from).length, after = told.filter((d) => d.when > to).length;
  return (
    <figcaption>
      A bar: first to last report of a story; the thicker, the more origins (the number beside it). Strokes at the foot: days that sentences name
      {before > 0 && `; ${count(before, 'day')} before the axis`}{after > 0 && `; ${count(after, 'day')} after it`}.
      {undated > 0 && ` ${count(undated, 'undated story is', 'undated stories are')} not drawn.`}
      {dated.length > MOST && ` The ${dated.length - MOST} stories of fewest origins are not drawn.`}
    </figcaption>
  );
}

function Picture({ stories, days, form, name }) {
  const { dated, first, last, from, to, told } = measure(stories, days), { width, row } = form;
  const x = (when) => LEFT + (width - 2 * LEFT) * (when - from) / (to - from);
  const shown = [...dated].sort((a, b) => b.origins - a.origins || b.reports - a.reports).slice(0, MOST).sort((a, b) => a.from - b.from);
  const inside = told.filter((d) => d.when >= from && d.when <= to);
  const gap = longest_gap(dated);
  const top = 26, foot = top + shown.length * row + 8, height = foot + 46;
  const scale = ticks(from, to, form.ticks);
  const text = `${count(shown.length, 'story', 'stories')} from ${day(new Date(first).toISOString().slice(0, 10))} to ${day(new Date(last).toISOString().slice(0, 10))}.${gap ? ` The longest time without a report is ${Math.round((gap.to - gap.from) / DAY)} days.` : ''} The list below says the same.`;
  return (
      <svg class={name} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
        {scale.map(({ when, text: label }) => <g key={when}><line class="grid" x1={x(when)} x2={x(when)} y1={18} y2={foot} /><text class="t3" x={x(when) + 3} y={13}>{label}</text></g>)}
        {scale.length === 0 && <text class="t3" x={x(first)} y={13}>{day(new Date(first).toISOString().slice(0, 10))}</text>}
        <line class="axis" x1={LEFT} x2={width - LEFT} y1={18} y2={18} />
        {shown.map((s, i) => {
          const y = top + i * row + (name === 'wide' ? 10 : 28), wide = Math.max(x(s.to) - x(s.from), 5), thick = Math.min(4 + 3 * s.origins, 16);
          const right = x(s.from) < width * 0.5, beside = name === 'wide';
          const left = beside ? (right ? x(s.from) + wide + 8 : x(s.from) - 10) : (right ? x(s.from) - 2 : x(s.from) + wide + 2);
          return (
            <g key={s.id} class="story" onClick={() => navigate(at.story(s.id))}>
              <rect x={x(s.from) - (wide > 5 ? 0 : 2.5)} y={y - thick / 2} width={wide} height={thick} />
              <text x={left} y={beside ? y + 4.5 : y - 12} text-anchor={right ? 'start' : 'end'}><tspan class="n">{s.origins}</tspan> {clip(s.title || 'no headline', beside ? form.letters : Math.floor((right ? width - left : left) / 7) - 3)}</text>
            </g>
          );
        })}
        {gap && <g class="gap"><line x1={x(gap.from) + 4} x2={x(gap.to) - 4} y1={foot - 2} y2={foot - 2} /><text class="t3" x={(x(gap.from) + x(gap.to)) / 2} y={foot + 12} text-anchor="middle">{Math.round((gap.to - gap.from) / DAY)} days without a report</text></g>}
        <line class="grid" x1={LEFT} x2={width - LEFT} y1={foot + 36} y2={foot + 36} />
        {inside.map((d) => <line key={d.day} class="told" x1={x(d.when)} x2={x(d.when)} y1={foot + 36} y2={foot + 36 - Math.min(4 + 3 * d.origins, 16)}><title>{day(d.day)}</title></line>)}
      </svg>
  );
}
const clip = (text, most) => { const points = Array.from(text); return points.length > most ? `${points.slice(0, most - 2).join('')} …` : text; };
