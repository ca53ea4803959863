import { generate } from './build.mjs';
import { install } from './install.mjs';
import { root, run, withServices } from './steps.mjs';

// The whole suite is put together here; with arguments only the specs whose path contains one of them run.
const only = process.argv.slice(2);
await install();
await generate();
const jest = ['--experimental-vm-modules', '--no-warnings', `${root}/node_modules/jest/bin/jest.js`];
try {
  await withServices(() => run(process.execPath, [...jest, ...only]));
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
