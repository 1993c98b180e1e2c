import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tar } from '../doubles/archives/tar.ts';
import type { DockerClient } from '../engine/support/docker-client.ts';
import type { Act } from './act.ts';

const example = readFileSync(resolve(import.meta.dirname, '../../examples/build-test-scan-push.yml'), 'utf8');
/** The scanner's image, as the examples name it. */
export const TRIVY = /aquasec\/trivy:[\d.]+/.exec(example)?.[0] ?? '';

const busybox = readFileSync('/bin/busybox');
const trivy = readFileSync(resolve(import.meta.dirname, 'stand-ins/trivy/trivy'));

/** commitApplication writes what the examples build: a program that knows `--version`. Each time it is another image. */
export function commitApplication(act: Act, folder = '.'): void {
  const file = (name: string) => join(folder, name);
  act.commit(file('Dockerfile'), 'FROM scratch\nCOPY busybox app content /\nENTRYPOINT ["/busybox", "sh", "/app"]\n');
  act.commit(file('busybox'), busybox);
  act.commit(file('app'), 'echo "app 1.2.3"\n');
  act.commit(file('content'), randomUUID());
}

/** provideTrivy gives an engine what stands in for the scanner of the examples. */
export async function provideTrivy(docker: DockerClient): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trivy-'));
  const file = join(folder, 'image.tar');
  const entry = (name: string, content: Buffer) => ({ name, content, mode: 0o755 });
  writeFileSync(file, tar([entry('bin/busybox', busybox), entry('trivy', trivy)]));
  const start = 'ENTRYPOINT ["/bin/busybox", "sh", "/trivy"]';
  await docker.succeed(['image', 'import', '--change', start, '--change', 'ENV PATH=/bin', file, TRIVY]);
  rmSync(folder, { recursive: true });
}
