import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { endProcess } from './processes.mjs';

const longestPauseMs = 30_000;
const settledAfterMs = 60_000;

/**
 * Runs one of the backend's programs until it is stopped, and starts it again when it crashes, after growing pauses. Its output
 * goes to a file, so that it does not depend on us; it ends by itself when we are gone.
 */
export async function keepRunning({ name, file, args = [], env, logFile, started = (_pid) => {}, say = console.log }) {
  let child;
  let stopping = false;
  let crashes = 0;
  let timer;
  mkdirSync(dirname(logFile), { recursive: true });

  const launch = () => {
    const log = openSync(logFile, 'a');
    const began = Date.now();
    // A process group of its own: Ctrl-C in the terminal reaches us, and we end it in its turn.
    child = spawn(process.execPath, [...args, file], { env, detached: true, stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    started(child.pid);
    child.on('exit', (code, signal) => {
      if (stopping || child.replaced) return;
      if (Date.now() - began > settledAfterMs) crashes = 0;
      const pauseMs = Math.min(1000 * 2 ** crashes, longestPauseMs);
      crashes += 1;
      say(`! ${name} ended (${signal ?? `code ${code}`}); again in ${pauseMs / 1000} s. Its log: ${logFile}`);
      timer = setTimeout(launch, pauseMs);
    });
  };
  const ready = () =>
    new Promise((resolve, reject) => {
      const ended = () => {
        stopping = true;
        clearTimeout(timer);
        reject(new Error(`${name} did not start:\n${lastLines(logFile)}`));
      };
      child.once('exit', ended);
      // What ends later is started again.
      child.once('message', () => {
        child.off('exit', ended);
        resolve();
      });
    });

  launch();
  await ready();
  child.removeAllListeners('message');
  return {
    restart: async () => {
      clearTimeout(timer);
      child.replaced = true;
      await endProcess(child.pid);
      launch();
    },
    stop: async ({ now = false } = {}) => {
      stopping = true;
      clearTimeout(timer);
      await endProcess(child.pid, now ? ['SIGKILL'] : undefined);
    },
  };
}

const lastLines = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
