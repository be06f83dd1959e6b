// Holds entities, a JSON object a line on standard input, to the FollowTheMoney model: every schema and property is known, required ones are there,
// what is an entity by type is one of the file and of a schema that may stand there.
import { readFileSync } from 'node:fs';

const model = JSON.parse(readFileSync(new URL('node_modules/@alephdata/followthemoney/dist/defaultModel.json', import.meta.url)));
const ancestors = (name) => [name, ...(model.schemata[name]?.extends ?? []).flatMap(ancestors)];
const properties = (name) => Object.assign({}, ...ancestors(name).reverse().map((n) => model.schemata[n]?.properties ?? {}));
const required = (name) => [...new Set(ancestors(name).flatMap((n) => model.schemata[n]?.required ?? []))];

const entities = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const schema = new Map(entities.map((e) => [e.id, e.schema]));
const wrong = [];
if (schema.size !== entities.length) wrong.push('an id twice');
for (const e of entities) {
  if (!model.schemata[e.schema]) { wrong.push(`${e.id}: no schema ${e.schema}`); continue; }
  const known = properties(e.schema);
  for (const name of required(e.schema)) if (!e.properties[name]?.length) wrong.push(`${e.id}: ${e.schema} without ${name}`);
  for (const [name, values] of Object.entries(e.properties)) {
    const property = known[name];
    if (!property || property.stub) { wrong.push(`${e.id}: ${e.schema} has no ${name}`); continue; }
    for (const value of values) {
      if (typeof value !== 'string' || !value) wrong.push(`${e.id}: ${name} is no text`);
      if (property.type === 'entity' && !ancestors(schema.get(value) ?? '').includes(property.range)) wrong.push(`${e.id}: ${name} is no ${property.range}: ${value}`);
      if (property.type === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?/.test(value)) wrong.push(`${e.id}: ${name} is no day: ${value}`);
      if (property.type === 'country' && !/^[a-z]{2}$/.test(value)) wrong.push(`${e.id}: ${name} is no country: ${value}`);
      if (property.type === 'language' && !/^[a-z]{3}$/.test(value)) wrong.push(`${e.id}: ${name} is no language: ${value}`);
    }
  }
}
const counts = {};
for (const e of entities) counts[e.schema] = (counts[e.schema] ?? 0) + 1;
for (const line of wrong.slice(0, 20)) console.log(line);
console.log(`${entities.length} entities, ${wrong.length} wrong: ${JSON.stringify(counts)}`);
process.exit(entities.length && !wrong.length ? 0 : 1);
