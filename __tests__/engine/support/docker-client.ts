import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Credential, Engine, Registry } from '../../doubles/services.ts';
import { PATIENCE } from './until.ts';

export type Ended = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

export type Platform = 'linux/amd64' | 'linux/arm64';
export type Contents = { readonly [platform in Platform]?: string };

type Image = {
  readonly name?: string | undefined;
  /** The commit that it says it is from. */
  readonly commit?: string | undefined;
  /** With any it is an index, with an attestation. */
  readonly platforms?: readonly Platform[];
};
export type Program = Image & { readonly command?: readonly string[] };

type More = { readonly stdin?: string; readonly env?: Readonly<Record<string, string>> };

/**
 * DockerClient is the docker CLI of a test, with a configuration folder of its own. Every image that it has brought
 * into the engine, and every name of it, is gone again when it is disposed; what cannot be removed is an error, and so
 * is what somebody else has removed before: a step takes nothing from its user.
 */
export class DockerClient implements AsyncDisposable {
  readonly #engine: Engine;
  readonly #folder = mkdtempSync(join(tmpdir(), 'client-'));
  readonly #images = new Set<string>();

  constructor(engine: Engine) {
    this.#engine = engine;
    mkdirSync(join(this.#folder, 'config'));
  }

  /** run runs a docker command to its end, whatever its exit code. */
  async run(args: readonly string[], more?: More): Promise<Ended> {
    const ended = await this.#start(args, more);
    // What the test itself removes is missed by nobody.
    if (args[0] === 'image' && args[1] === 'rm') for (const id of await this.#gone()) this.#images.delete(id);
    return ended;
  }

  #start(args: readonly string[], { stdin, env }: More = {}): Promise<Ended> {
    const { promise, resolve, reject } = Promise.withResolvers<Ended>();
    const child = spawn('docker', args, {
      env: {
        PATH: process.env.PATH,
        HOME: this.#folder,
        DOCKER_CONFIG: join(this.#folder, 'config'),
        DOCKER_HOST: this.#engine.host,
        ...env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: PATIENCE,
    });
    const ended = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        ended[name] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, ...ended }));
    child.stdin.once('error', () => {});
    child.stdin.end(stdin ?? '');
    return promise;
  }

  /** succeed is `run` for a command that must go well; it returns what the command has printed. */
  async succeed(args: readonly string[], more?: More): Promise<string> {
    const { exitCode, stdout, stderr } = await this.run(args, more);
    if (exitCode !== 0) throw new Error(`docker ${args.join(' ')} ended with ${exitCode}: ${stderr || stdout}`);
    return stdout.trim();
  }

  /**
   * build makes a small image that no engine and no registry has seen before, and returns its ID. It says which commit
   * it is from if that is given.
   */
  async build(name?: string, commit?: string): Promise<string> {
    const context = this.#context({ Dockerfile: 'FROM scratch\nCOPY content /\n', content: randomUUID() });
    return this.#make(context, { name, commit });
  }

  /** buildProgram makes such an image of a program, which by default runs until it is stopped. */
  async buildProgram({ command = ['/busybox', 'tail', '-f', '/dev/null'], ...image }: Program): Promise<string> {
    const context = this.#context({
      Dockerfile: `FROM scratch\nCOPY busybox content /\nSTOPSIGNAL SIGKILL\nCMD ${JSON.stringify(command)}\n`,
      busybox: readFileSync('/bin/busybox'),
      content: randomUUID(),
    });
    return this.#make(context, image);
  }

  /**
   * buildIndex makes an image of several platforms, each with other content and an attestation, and returns its ID.
   * For a platform whose content is given the engine makes the same image again.
   */
  async buildIndex(name: string, platforms: readonly Platform[], given: Contents = {}): Promise<string> {
    const contents = platforms.map((each) => [each.replace('linux/', ''), given[each] ?? randomUUID()]);
    const context = this.#context({
      Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH /content\n',
      ...Object.fromEntries(contents),
    });
    return this.#make(context, { name, platforms });
  }

  /** writeArchive makes a small image for any platform, with its provenance, as an OCI archive in a file. */
  async writeArchive(
    path: string,
    { platform, commit }: { readonly platform: string; readonly commit: string },
  ): Promise<void> {
    const context = this.#context({ Dockerfile: 'FROM scratch\nCOPY content /\n', content: randomUUID() });
    const labelled = ['--label', `org.opencontainers.image.revision=${commit}`];
    await this.#withPlugin([
      '--platform',
      platform,
      '--provenance=mode=max',
      ...labelled,
      '--output',
      `type=oci,dest=${path}`,
      context,
    ]);
  }

  async #make(context: string, { name, commit, platforms = [] }: Image): Promise<string> {
    const labelled = commit === undefined ? [] : ['--label', `org.opencontainers.image.revision=${commit}`];
    const args = [...labelled, ...(name === undefined ? [] : ['--tag', name]), context];
    if (platforms.length > 0) {
      return this.#buildx(['--platform', platforms.join(','), '--provenance=mode=max', ...args]);
    }
    if (this.#engine.buildx !== null) return this.#buildx(['--provenance=false', ...args]);
    // The classic builder needs no plug-in. Its cache looks at every image, and fails when one is removed meanwhile.
    const classic = ['build', '--quiet', '--no-cache', ...args];
    return this.#remember(await this.succeed(classic, { env: { DOCKER_BUILDKIT: '0' } }));
  }

  async #buildx(args: readonly string[]): Promise<string> {
    return this.#remember(await this.#withPlugin(args));
  }

  /** Returns the digest of what was built. */
  async #withPlugin(args: readonly string[]): Promise<string> {
    if (this.#engine.buildx === null) throw new Error(`engine "${this.#engine.name}" has no buildx`);
    const plugin = join(this.#folder, 'config', 'cli-plugins', 'docker-buildx');
    if (!existsSync(plugin)) {
      mkdirSync(dirname(plugin));
      symlinkSync(this.#engine.buildx, plugin);
    }
    const metadata = join(this.#folder, 'metadata.json');
    await this.succeed(['buildx', 'build', '--metadata-file', metadata, ...args]);
    return String(JSON.parse(readFileSync(metadata, 'utf8'))['containerimage.digest']);
  }

  /** login signs this client in; the password goes to it on stdin. */
  async login({ host, username, password }: Pick<Registry, 'host'> & Credential): Promise<void> {
    await this.succeed(['login', '--username', username, '--password-stdin', host], { stdin: password });
  }

  /** pull fetches an image and returns its ID. */
  async pull(reference: string, more?: More): Promise<string> {
    await this.succeed(['image', 'pull', '--quiet', reference], more);
    return this.#remember(await this.idOf(reference));
  }

  /** load reads an image from an archive, and returns its ID. */
  async load(archive: Buffer, name: string): Promise<string> {
    const file = join(this.#folder, 'load.tar');
    writeFileSync(file, archive);
    await this.succeed(['image', 'load', '--quiet', '--input', file]);
    return this.#remember(await this.idOf(name));
  }

  async idOf(reference: string): Promise<string> {
    return this.succeed(['image', 'inspect', '--format', '{{.Id}}', reference]);
  }

  async platformOf(reference: string): Promise<string> {
    return this.succeed(['image', 'inspect', '--format', '{{.Os}}/{{.Architecture}}', reference]);
  }

  /**
   * configOf tells the digest of an image's configuration. It is the image ID where the engine keeps images in a graph
   * driver; an export names it in both stores.
   */
  async configOf(reference: string): Promise<string> {
    const file = join(this.#folder, 'export.tar');
    await this.succeed(['image', 'save', '--output', file, reference]);
    const [entry] = JSON.parse(await unpack(file, 'manifest.json')) as { readonly Config: string }[];
    const hex = /[0-9a-f]{64}/.exec(entry?.Config ?? '')?.[0];
    if (hex === undefined) throw new Error(`the export of ${reference} names no configuration`);
    return `sha256:${hex}`;
  }

  /**
   * names lists the names that point at any of these images, a digest where its repository has no tag: `name ID`,
   * sorted. Images are asked for one by one: a list of all fails when another client removes one meanwhile.
   */
  async names(ids: readonly string[]): Promise<readonly string[]> {
    const format = '{{json .RepoTags}} {{json .RepoDigests}}';
    const lists = ids.map(async (id) => {
      const { exitCode, stdout, stderr } = await this.run(['image', 'inspect', '--format', format, id]);
      if (exitCode !== 0 && !/no such image/i.test(stderr)) throw new Error(`docker image inspect ${id}: ${stderr}`);
      const [tags = [], digests = []] = stdout.trim().split(' ').filter(Boolean).map(parseNames);
      const untagged = digests.filter((name) => !tags.some((tag) => repositoryOf(tag) === repositoryOf(name)));
      return [...tags, ...untagged].map((name) => `${name} ${id}`);
    });
    return (await Promise.all(lists)).flat().sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      const ids = [...this.#images];
      if (ids.length === 0) return;
      const taken = await this.#gone();
      await this.run(['image', 'rm', '--force', ...ids]);
      const left = ids.filter((id) => this.#images.has(id));
      if (left.length > 0) throw new Error(`${left} could not be removed from engine "${this.#engine.name}"`);
      if (taken.length > 0)
        throw new Error(`${taken} was taken from engine "${this.#engine.name}", and not by the test`);
    } finally {
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }

  /** The images that the engine has no more. */
  async #gone(): Promise<readonly string[]> {
    const looked = [...this.#images].map(async (id) => {
      const { exitCode } = await this.run(['image', 'inspect', id]);
      return exitCode === 0 ? [] : [id];
    });
    return (await Promise.all(looked)).flat();
  }

  #remember(id: string): string {
    if (!/^sha256:[0-9a-f]{64}$/.test(id)) throw new Error(`this is no image ID: ${id}`);
    this.#images.add(id);
    return id;
  }

  #context(files: Readonly<Record<string, string | Buffer>>): string {
    const folder = mkdtempSync(join(this.#folder, 'context-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o755 });
    return folder;
  }
}

/** unpack reads one file of a tar. */
async function unpack(file: string, name: string): Promise<string> {
  const child = spawn('tar', ['--extract', '--to-stdout', '--file', file, name], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** A list of names as JSON; an image that has none may have null for it. */
function parseNames(json: string): readonly string[] {
  return (JSON.parse(json) as readonly string[] | null) ?? [];
}

/** `host:port/path` of a name that ends with a tag or a digest. */
function repositoryOf(name: string): string {
  return name.replace(/@.*$|:[^/:]*$/, '');
}
