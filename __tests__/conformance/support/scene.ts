import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { Repository } from '../../doubles/github/repository.ts';
import { type GitHub, startGitHub } from '../../doubles/github/start-github.ts';
import {
  buildImage,
  buildIndex,
  type Image,
  type ImageIndex,
  type ImageOptions,
} from '../../doubles/registry/images.ts';
import { pushToMain, Runner, type Step } from '../../doubles/runner.ts';
import type { Credential, Registry } from '../../doubles/services.ts';
import { annotations, imageOutputs, leftovers } from '../../engine/support/job.ts';
import { type Served, served } from '../../engine/support/served.ts';
import type { Opened, Place } from './places.ts';

export const REPOSITORY = 'team/app';

export type Inputs = Readonly<Record<string, string>>;

/** How a step is run besides its inputs. */
export type Way = { readonly as?: Credential; readonly env?: Readonly<Record<string, string>> };

/** What a step has made of what it was given. */
export type Transfer = { readonly sent: number; readonly skipped: number };

/**
 * Scene is a story's own: a job on a runner, a history of commits that no other story has, and a registry. What a
 * story reads of the registry it reads itself, with no code of the action.
 */
export class Scene implements AsyncDisposable {
  readonly place: Place;
  readonly job: Runner;
  readonly registry: Registry;
  readonly reader: Credential;
  readonly admin: Credential;
  /** The commit of the run. */
  commit = newCommit();
  readonly #github: GitHub;
  readonly #stack: AsyncDisposableStack;

  static async at(place: Place): Promise<Scene> {
    await using stack = new AsyncDisposableStack();
    const opened = stack.use(await place.open());
    const github = stack.use(await startGitHub(new Repository()));
    const job = stack.use(new Runner());
    return new Scene({ place, opened, github, job, stack: stack.move() });
  }

  private constructor({
    place,
    opened: { registry, reader, admin },
    github,
    job,
    stack,
  }: {
    readonly place: Place;
    readonly opened: Opened;
    readonly github: GitHub;
    readonly job: Runner;
    readonly stack: AsyncDisposableStack;
  }) {
    this.place = place;
    this.registry = registry;
    this.reader = reader;
    this.admin = admin;
    this.job = job;
    this.#github = github;
    this.#stack = stack;
    this.history([this.commit]);
  }

  /** history makes these the commits of the default branch, newest first. */
  history(commits: readonly string[]): void {
    this.#github.api.repository.commits.set('main', [...commits]);
  }

  /** file writes an image or an index as an OCI archive into the workspace, and returns its path. */
  file(image: Image | ImageIndex): string {
    const name = `${randomBytes(6).toString('hex')}.tar`;
    writeFileSync(this.job.path('workspace', name), ociArchive(layout(image)));
    return name;
  }

  /** publish runs the step for the commit of the run. */
  publish(inputs: Inputs, { as = this.registry, env = {} }: Way = {}): Promise<Step> {
    const { host, ca } = this.registry;
    return this.job.main({
      inputs: {
        image: `${host}/${REPOSITORY}`,
        username: as.username,
        password: as.password,
        ...(ca === null ? {} : { 'ca-file': ca }),
        ...inputs,
      },
      event: { ...pushToMain, sha: this.commit },
      env: { DOCKER_HOST: 'unix:///nonexistent/docker.sock', ...this.#github.env, ...env },
    });
  }

  /** shown is what the registry serves under a tag or a digest, to one who may read everything. */
  shown(reference: string, repository = REPOSITORY): Promise<Served | undefined> {
    return served({ ...this.registry, ...this.admin }, repository, reference);
  }

  /** digestOf is the digest that a tag shows. */
  async digestOf(tag: string): Promise<string | undefined> {
    return (await this.shown(tag))?.digest;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }
}

export function newCommit(): string {
  return randomBytes(20).toString('hex');
}

/** freshImage makes an image that no registry has seen before. */
export function freshImage(options: ImageOptions = {}): Image {
  return buildImage({ content: randomUUID(), ...options });
}

/** freshIndex makes such an index of two platforms, each with an attestation. */
export function freshIndex(): ImageIndex {
  return buildIndex({ content: randomUUID(), attestations: true });
}

/** published expects that a step has gone well, and returns its outputs. */
export function published(step: Step, reason: 'published' | 'already-published' = 'published'): Step['outputs'] {
  expect({ errors: annotations(step.log, 'error'), exitCode: step.exitCode, reason: step.outputs.reason }).toEqual({
    errors: [],
    exitCode: 0,
    reason,
  });
  return step.outputs;
}

/** failed expects that a step has failed with this code, tells nothing of an image, and leaves nothing behind. */
export function failed(step: Step, code: string, { job }: Scene): void {
  const [error] = annotations(step.log, 'error');
  expect({ code: error?.title, said: error?.lines, exitCode: step.exitCode, reason: step.outputs.reason }).toEqual({
    code,
    said: [expect.stringMatching(/\S/), expect.stringMatching(/\S/)],
    exitCode: 1,
    reason: code,
  });
  expect([imageOutputs(step), leftovers(job)]).toEqual([[], []]);
}

/** transferOf is how much of the image went up, and how much was there already, in bytes. */
export function transferOf({ outputs }: Step): Transfer | undefined {
  const { destinations } = JSON.parse(outputs.results ?? '{}') as { destinations?: readonly { bytes?: Transfer }[] };
  return destinations?.[0]?.bytes;
}
