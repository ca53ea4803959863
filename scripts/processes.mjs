import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether there is such a process; one that ended but nobody asked about yet is none. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !/^Z/.test(ask(pid, 'stat'));
}

/** The command line a process was started with; empty when there is none. */
export const commandOf = (pid) => ask(pid, 'args');

/** When a process began, so that a number used again is not taken for the same process. */
export const beginningOf = (pid) => ask(pid, 'lstart');

export const parentOf = (pid) => Number(ask(pid, 'ppid'));

/** Asks a process to end, more and more firmly, and returns when it is gone. */
export async function endProcess(pid, signals = ['SIGTERM', 'SIGKILL'], patienceMs = 15_000) {
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + patienceMs; Date.now() < until;) {
      if (!isAlive(pid)) return;
      await pause(25);
    }
  }
}

function ask(pid, what) {
  try {
    return execFileSync('ps', ['-o', `${what}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
