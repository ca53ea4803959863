// Formats and repairs what tools can repair by themselves.
import { generate } from './build.mjs';
import { install } from './install.mjs';
import { tool } from './steps.mjs';

await install();
await generate();
await tool('eslint', ['--fix', '.']).catch(() => {});
await tool('prettier', ['--write', '--log-level=warn', '.']);
