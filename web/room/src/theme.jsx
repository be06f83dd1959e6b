// Light or dark follows the system until the button is used; the choice stays in the browser where it allows it.
import { useState } from 'preact/hooks';
import { recall, remember } from './memory.js';

const dark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

export function start_theme() {
  const chosen = recall('theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen;
}

export function ThemeButton() {
  const [is_dark, set] = useState(dark());
  function change() {
    const next = dark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    remember('theme', next);
    set(next === 'dark');
  }
  return <button type="button" class="theme" onClick={change}>{is_dark ? 'Light' : 'Dark'}<span class="vh"> colours</span></button>;
}
