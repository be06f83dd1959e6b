// The whole room: skip link, banner with search, the view that the address names, footer. The list of views is the table of contents.
import { use_place } from './router.js';
import { use_api } from './api.js';
import { SearchBox } from './search_box.jsx';
import { ThemeButton } from './theme.jsx';
import { count, days } from './words.js';
import { Affairs } from './views/affairs.jsx';
import { Affair } from './views/affair.jsx';
import { Story } from './views/story.jsx';
import { Copies } from './views/copies.jsx';
import { Report } from './views/report.jsx';
import { Speakers, Speaker } from './views/speakers.jsx';
import { Facts } from './views/facts.jsx';
import { Decisions } from './views/decisions.jsx';
import { Decision } from './views/decision.jsx';
import { Search } from './views/search.jsx';
import { Page } from './page.jsx';

const VIEWS = [
  [/^\/$/, Affairs], [/^\/affairs$/, Affairs], [/^\/affairs\/([^/]+)$/, Affair],
  [/^\/stories\/([^/]+)$/, Story], [/^\/stories\/([^/]+)\/copies$/, Copies],
  [/^\/reports\/([^/]+)$/, Report],
  [/^\/speakers$/, Speakers], [/^\/speakers\/([^/]+)$/, Speaker],
  [/^\/facts$/, Facts], [/^\/decisions$/, Decisions], [/^\/decisions\/([^/]+)$/, Decision],
  [/^\/search$/, Search],
];
const NAV = [['/', 'Affairs'], ['/speakers', 'Speakers'], ['/facts', 'Facts'], ['/decisions', 'Decisions']];

function decode(part) { try { return decodeURIComponent(part); } catch { return part; } }

function view_of(path) {
  for (const [shape, View] of VIEWS) {
    const found = shape.exec(path);
    if (found) return <View key={path} id={found[1] === undefined ? null : decode(found[1])} />;
  }
  return <Page key={path} title="No such page" error="Nothing has this address. The search above finds reports, statements, events and facts." />;
}

export function Room() {
  const place = use_place();
  const { data: store } = use_api('/api');
  const here = (to) => (to === '/' ? place.path === '/' || place.path.startsWith('/affairs') : place.path.startsWith(to));
  const skip = (event) => { event.preventDefault(); document.querySelector('h1').focus(); };
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>To the contents</a>
      <header class="banner">
        <a class="home" href="/">Reading room</a>
        <nav aria-label="Views">{NAV.map(([to, name]) => <a key={to} href={to} aria-current={here(to) ? 'page' : undefined}>{name}</a>)}</nav>
        <SearchBox />
        <ThemeButton />
      </header>
      <main id="main">{view_of(place.path)}</main>
      <footer>
        <p>{store ? `${count(store.reports, 'report')}, ${count(store.stories, 'story', 'stories')}, ${count(store.threads, 'affair')}; ${days(store.first, store.last)}. attaché ${store.version}` : '\u00a0'}</p>
        <p>Words in serif are a report’s own. Copies of one text count as one origin. Nothing here leaves this machine.</p>
      </footer>
    </>
  );
}
