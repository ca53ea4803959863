import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../api-client');
export const committedDocument = `${folder}/openapi.json`;
const types = `${folder}/src/schema.d.ts`;

/** Writes the types both apps call the API with, from the committed document; git ignores them. */
export async function writeClientTypes() {
  if (!existsSync(committedDocument)) return;
  const { default: openapiTS, astToString } = createRequire(`${folder}/package.json`)('openapi-typescript');
  const nodes = await openapiTS(JSON.parse(readFileSync(committedDocument, 'utf8')));
  const text = `// Written by npm run api from openapi.json.\n${astToString(nodes)}`;
  if (existsSync(types) && readFileSync(types, 'utf8') === text) return;
  mkdirSync(dirname(types), { recursive: true });
  writeFileSync(types, text);
}
