// The protocol's TypeScript types, from the server's own schema:
//   talar schema --as json-schema | node scripts/types.mjs        (or: node scripts/types.mjs schema.json)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';

const schema = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
const target = new URL('../src/generated/protocol.ts', import.meta.url);

// What the server sends may grow; in the client's own types only the known fields exist.
const source = await compile(schema, 'Message', {
  additionalProperties: false,
  bannerComment: '// Generated from the protocol by scripts/types.mjs: not to be edited.',
  ignoreMinAndMaxItems: true,
});

mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, source);
