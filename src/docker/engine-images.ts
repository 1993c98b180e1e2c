import { spawn } from 'node:child_process';
import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { LARGEST_DOCUMENT } from '../image/document.ts';
import { inUnits } from '../text/quantities.ts';
import { type Cli, ENGINE_HINT, expectWell } from './cli.ts';
import { engineFailure } from './cli-failures.ts';
import type { Docker, Engine } from './docker.ts';
import { childEnvironment } from './environment.ts';
import { namesPodman, parseEngine, parseImage, showsNoPlatform } from './inspect.ts';
import { PODMAN_AS_DOCKER, WAYS_FROM_PODMAN } from './podman.ts';
import { contentOfSavedImage } from './saved-content.ts';

type EngineImages = Pick<Docker, 'engine' | 'isPodman' | 'findImage' | 'contentOf' | 'imageNames' | 'tag' | 'untag'>;

const UNAVAILABLE = { code: 'ENGINE_UNAVAILABLE', hint: ENGINE_HINT } as const;
const UNNAMED = { code: 'PUSH_FAILED', hint: ENGINE_HINT } as const;

/** How the CLI says that no image has a name. */
const GONE = /no such (?:image|object)/i;

/** engineImages reads what the engine is, and which images and names it has. */
export function engineImages(cli: Cli): EngineImages {
  let asked: Promise<Engine> | undefined;
  const engine = (): Promise<Engine> => {
    asked ??= askEngine(cli);
    return asked;
  };
  return {
    engine,
    isPodman: async () => {
      const ended = await cli.ask(['version', '--format', '{{json .Server.Components}}']);
      return namesPodman(expectWell('Asking which engine this is', ended, UNAVAILABLE));
    },
    findImage: async (nameOrId) => {
      // A problem with the engine is reported before its answer about the image; both are asked at the same time.
      const of = engine();
      const inspecting = cli.askAnyway(['image', 'inspect', '--format', '{{json .}}', nameOrId]);
      inspecting.catch(() => undefined);
      const { store } = await of;
      const ended = await inspecting;
      if (ended.exitCode !== 0 && GONE.test(ended.stderr)) return undefined;
      const said = expectWell('Looking the image up', ended, UNAVAILABLE);
      if (showsNoPlatform(said)) throw withoutPlatform(nameOrId);
      const image = parseImage(said, store);
      if (image === undefined) throw unreadable(nameOrId);
      if (image.runConfig.length > LARGEST_DOCUMENT) throw tooLarge(nameOrId);
      return image;
    },
    contentOf: (id) => readSaved(cli, id, (stream) => contentOfSavedImage(stream, id)),
    imageNames: async () => {
      const ended = await cli.ask(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
      const names = expectWell('Listing the images', ended, UNAVAILABLE).split('\n');
      return names.filter((name) => name !== '' && !name.includes('<none>'));
    },
    tag: async (nameOrId, name) => {
      expectWell('Naming the image', await cli.askAnyway(['image', 'tag', nameOrId, name]), UNNAMED);
    },
    untag: async (name) => {
      const ended = await cli.askAnyway(['image', 'rm', '--no-prune', name]);
      // The graph driver removes the digest's name with the tag, and another job may have been faster.
      if (!GONE.test(ended.stderr)) expectWell('Removing the name', ended, UNNAMED);
    },
  };
}

async function askEngine(cli: Cli): Promise<Engine> {
  const ended = await cli.ask(['info', '--format', '{{json .}}']);
  const answer = parseEngine(ended.stdout);
  if (PODMAN_AS_DOCKER.test(ended.stdout)) {
    throw new ActionError(
      'ENGINE_UNAVAILABLE',
      'The command docker is Podman (podman-docker), and not the docker CLI.',
      {
        hint: WAYS_FROM_PODMAN,
      },
    );
  }
  if (ended.exitCode !== 0 || answer === undefined) {
    throw engineFailure('Asking the Docker engine', ended, 'ENGINE_UNAVAILABLE', ENGINE_HINT);
  }
  return answer;
}

/** readSaved reads an image while the engine saves it, as far as the reader wants. */
async function readSaved<T>(
  { signal }: Cli,
  id: Digest,
  read: (stream: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const child = spawn('docker', ['image', 'save', id], {
    env: childEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
  });
  // A child that could not be started, or was ended, has said nothing: that is the answer.
  child.once('error', () => {});
  try {
    return await read(child.stdout);
  } finally {
    child.kill();
  }
}

function withoutPlatform(name: string): ActionError {
  return new ActionError('SOURCE_INVALID', `The engine shows no platform of the image ${name}.`, {
    hint:
      'Either its config names no operating system and architecture, as in images without a base: set them ("crane mutate ' +
      '--set-platform linux/amd64"). Or the engine has it only for other machines: publish it from an OCI layout ' +
      '("docker buildx build --output type=oci,dest=image.tar").',
  });
}

function tooLarge(name: string): ActionError {
  const message = `The config of the image ${name} has more than ${inUnits(LARGEST_DOCUMENT)}: it could not be read back.`;
  return new ActionError('SOURCE_INVALID', message, {
    hint: 'Move long labels and variables into a file of the image, or into an attestation.',
  });
}

function unreadable(nameOrId: string): ActionError {
  return new ActionError('ENGINE_UNAVAILABLE', `What the engine says of the image ${nameOrId} could not be read.`, {
    hint: ENGINE_HINT,
  });
}
