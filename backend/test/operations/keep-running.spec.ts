import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepRunning } from '../../../scripts/keep-running.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradeyard-keep-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program, and each of its process ids as it is started. */
function run(text: string) {
  const [file, logFile] = [join(folder, 'program.mjs'), join(folder, 'program.log')];
  writeFileSync(file, text);
  const heard: string[] = [];
  let wanted: { count: number; resolve: (pids: number[]) => void } | null = null;
  const pids: number[] = [];
  const started = (pid: number): void => {
    pids.push(pid);
    if (wanted && pids.length >= wanted.count) wanted.resolve(pids);
  };
  const times = (count: number): Promise<number[]> =>
    new Promise((resolve) => {
      if (pids.length >= count) resolve(pids);
      else wanted = { count, resolve };
    });
  const say = (line: string): void => void heard.push(line);
  return { kept: keepRunning({ name: 'program', file, env: process.env, logFile, started, say }), times, heard };
}

it('a program that is killed is started again, each time', async () => {
  const { kept, times, heard } = run(`process.send('up'); setInterval(() => {}, 1000);`);
  const program = await kept;
  for (const count of [1, 2]) {
    const pids = await times(count);
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    expect((await times(count + 1)).length).toBe(count + 1);
  }
  await program.stop();
  expect(heard).toEqual([expect.stringContaining('SIGKILL'), expect.stringContaining('SIGKILL')]);
});

it('a program that never came up is not', async () => {
  const { kept, times } = run(`console.error('no such thing'); process.exit(3);`);
  await expect(kept).rejects.toThrow('no such thing');
  expect(await times(1)).toHaveLength(1);
});
