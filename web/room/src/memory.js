// localStorage, which a browser may refuse; then nothing is remembered.
export function recall(name) { try { return localStorage.getItem(`room.${name}`); } catch { return null; } }
export function remember(name, value) { try { localStorage.setItem(`room.${name}`, value); } catch { /* not remembered */ } }
