// Colour means one thing in the whole page: the newsroom. Each has a letter and a shape too.

const SLOTS = 6;
const SHAPES = [
  <circle cx="6" cy="6" r="5" />, <rect x="1.5" y="1.5" width="9" height="9" />, <path d="M6 .8 11.4 11H.6z" />,
  <path d="M6 .3 11.7 6 6 11.7.3 6z" />, <path d="M1 1h10L6 11z" />, <path d="M3.5 1h5l2.8 5-2.8 5h-5L.7 6z" />,
];

// The newsrooms of a view, those of most reports first. A letter keeps its colour from page to page as far as six colours allow:
// it asks for the slot of its code and takes the next free one.
export function newsrooms(view) {
  const rooms = new Map();
  for (const origin of view.origins) {
    const room = rooms.get(origin.letter) ?? { letter: origin.letter, name: origin.name, reports: 0 };
    room.reports += origin.reports.length;
    rooms.set(origin.letter, room);
  }
  // Newsrooms of reports outside of the view that say the same: their letter begins the label.
  for (const other of view.others) {
    const letter = letter_of(other.label);
    if (!rooms.has(letter)) rooms.set(letter, { letter, name: other.agency || other.outlet, reports: 0 });
  }
  const list = [...rooms.values()].sort((a, b) => b.reports - a.reports || (a.letter < b.letter ? -1 : 1));
  const taken = new Set();
  for (const room of list.slice(0, SLOTS).sort((a, b) => (a.letter < b.letter ? -1 : 1))) {
    let slot = room.letter.codePointAt(0) % SLOTS;
    while (taken.has(slot)) slot = (slot + 1) % SLOTS;
    taken.add(slot);
    room.slot = slot;
  }
  return list;
}
export const letter_of = (label) => label.replace(/\d+$/, '');
export const colour = (room) => (room?.slot === undefined ? 'ox' : `o${room.slot}`);

export function Shape({ room }) {
  return <svg class={`shape ${colour(room)}`} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">{SHAPES[room?.slot] ?? <circle cx="6" cy="6" r="3" />}</svg>;
}

// "2 R A · ·": the number of independent origins, then one fixed slot a newsroom. letters: of those who have the line.
export function Gauge({ number, rooms = [], letters = new Set() }) {
  const shown = rooms.slice(0, SLOTS), rest = rooms.slice(SLOTS).filter((room) => letters.has(room.letter)).length;
  const names = rooms.filter((room) => letters.has(room.letter)).map((room) => room.name || 'no name');
  return (
    <span class="gauge">
      <b>{number}</b><span class="vh"> {number === 1 ? 'independent origin' : 'independent origins'}{names.length ? `: ${names.join(', ')}` : ''}</span>
      {rooms.length > 1 && <span aria-hidden="true">{shown.map((room) => (letters.has(room.letter) ? <i class={colour(room)}>{room.letter}</i> : <i>·</i>))}{rest > 0 && <i class="ox">+{rest}</i>}</span>}
      {rooms.length <= 1 && <small aria-hidden="true"> {number === 1 ? 'origin' : 'origins'}</small>}
    </span>
  );
}

export function Legend({ rooms }) {
  return (
    <ul class="legend" aria-label="Newsrooms">
      {rooms.map((room) => <li key={room.letter}><Shape room={room} /> <b class={colour(room)}>{room.letter}</b> {room.name || 'no newsroom named'}, {room.reports === 0 ? 'elsewhere' : room.reports === 1 ? '1 report' : `${room.reports} reports`}</li>)}
    </ul>
  );
}
