import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** findBrowser is the path of the machine's own Chromium; undefined if it has none. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How long its start may take on a busy machine, in milliseconds; alone it takes a second. */
const timeout = 300_000;

/** openBrowser starts it without a window. It asks nobody on the network for anything. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const quiet = ['background-networking', 'component-update', 'sync', 'quic'].map((what) => `--disable-${what}`);
  // As root, as on a bare machine, it has no sandbox of its own; what it shows is made by these tests.
  const args = [...quiet, '--no-sandbox', '--disable-gpu', '--no-first-run'];
  return chromium.launch({ executablePath, args, timeout });
}
