import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginningOf, commandOf, endProcess, isAlive, parentOf } from './processes.mjs';

/** Says that the data folder is in use by somebody who still lives. */
export class AlreadyRunning extends Error {}

/**
 * The note in a data folder about who runs on it. What a run that was killed left behind is ended here, before another begins.
 */
export async function claim(folder) {
  const file = join(folder, 'running.json');
  const before = read(file);
  if (before && isSame(before.self)) {
    // npm was killed and its script lives on, or ends just now.
    const abandoned = before.launcher && !isSame(before.launcher);
    if (!abandoned)
      throw new AlreadyRunning(`Already running, as process ${before.self.pid}: ${before.url ?? 'still starting'}`);
    await endProcess(before.self.pid);
  }
  for (const child of before?.children ?? []) if (isSame(child)) await endProcess(child.pid);

  const note = { self: identify(process.pid), launcher: launcher(), url: null, children: [] };
  const write = () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(note));
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    add(pid) {
      note.children = [...note.children.filter((child) => isSame(child)), identify(pid)];
      write();
    },
    servesAt(url) {
      note.url = url;
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

const identify = (pid) => ({ pid, beginning: beginningOf(pid) });
const isSame = ({ pid, beginning }) => isAlive(pid) && beginningOf(pid) === beginning;

function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  } catch {
    return null;
  }
}

/** The npm that runs us, which may have a shell in between. */
export function launcher() {
  if (!process.env.npm_lifecycle_event) return null;
  let pid = process.ppid;
  for (let step = 0; step < 3 && pid > 1; step += 1) {
    if (/\bnpm\b/.test(commandOf(pid)) && !/^(ba|da|z)?sh\b|\/(ba|da|z)?sh\b/.test(commandOf(pid)))
      return identify(pid);
    pid = parentOf(pid);
  }
  return null;
}
