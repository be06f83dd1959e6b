// The development server: the built page, and the API of "attache serve", either made from one dossier file or asked of a running server.
//   node dev-server.mjs DOSSIER.json|http://127.0.0.1:8642 [--port 8080]
// It sends the same Content-Security-Policy as the real server, so that what it forbids is noticed here.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { open_dossier, Refusal } from './dev/answers.mjs';

const [file, ...rest] = process.argv.slice(2);
if (!file) { console.error('Usage: node dev-server.mjs DOSSIER.json|http://127.0.0.1:8642 [--port 8080]'); process.exit(2); }
const port = Number(rest[rest.indexOf('--port') + 1]) || 8080;
const remote = /^http:/.test(file) ? file.replace(/\/$/, '') : null;
const answer = remote ? null : open_dossier(JSON.parse(await readFile(file, 'utf8')));
const dist = fileURLToPath(new URL('./dist/', import.meta.url));
const assets = { '/room.js': 'text/javascript; charset=utf-8', '/room.css': 'text/css; charset=utf-8' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async function ask(url) {
  if (remote) { const asked = await fetch(remote + url.pathname + url.search); return [asked.status, await asked.json()]; }
  try { return [200, answer(url.pathname.replace(/\/$/, ''), url.searchParams)]; }
  catch (error) {
    if (error instanceof Refusal) return [error.status, { error: { code: error.code, message: error.message } }];
    console.error(error);
    return [500, { error: { code: 'internal', message: 'The development server failed; see its terminal.' } }];
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const send = (status, type, body) => response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' }).end(body);
  if (/^\/api(\/|$)/.test(url.pathname)) {
    const [status, body] = await ask(url).catch((error) => [502, { error: { code: 'bad_gateway', message: String(error.message) } }]);
    return send(status, 'application/json; charset=utf-8', JSON.stringify(body));
  }
  const type = assets[url.pathname];
  try { send(200, type ?? 'text/html; charset=utf-8', await readFile(dist + (type ? url.pathname.slice(1) : 'index.html'))); }
  catch { send(404, 'text/plain; charset=utf-8', 'Not built yet: npm run build'); }
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
