import { ActionError, type StepCode } from '../errors.ts';
import { knownAnswer } from '../image/known-answers.ts';
import { rightsAt } from '../image/rights-at.ts';
import { oneLine } from '../text/printable.ts';
import { FINAL, type Transience } from '../time/retry.ts';
import type { Ended } from './child.ts';

type Rule = { readonly says: RegExp; readonly code: StepCode; readonly hint: string };

const NO_ENGINE: Rule = {
  says: /cannot connect to the docker daemon|is the docker daemon running|permission denied.*docker\.sock/i,
  code: 'ENGINE_UNAVAILABLE',
  hint: 'Start a Docker engine before this step, or set DOCKER_HOST to one that this user may use.',
};
const LACKS_PLATFORMS: Rule = {
  says: /missing (?:content|blob)|content digest .* not found|does not (?:provide|have) .*platform/i,
  code: 'PUSH_FAILED',
  hint: 'The engine does not have every platform of this image. Build them all on this engine, or publish an image of one platform.',
};

/**
 * What the CLI and the engine say about themselves when something fails; these rules come before those of registries.
 */
const ENGINE_RULES: readonly Rule[] = [
  NO_ENGINE,
  {
    says: /x509:|certificate|tls: |HTTP response to HTTPS client/i,
    code: 'REGISTRY_UNTRUSTED',
    hint: "The engine has its own trust: put the registry's CA into /etc/docker/certs.d/<host:port>/ca.crt on the engine's machine.",
  },
  LACKS_PLATFORMS,
];

const DENIED_HINT =
  'Give the account write access and read access to this repository, and read access to repositories on the same ' +
  'registry that share layers with it: an engine with the containerd store reads them.';

/** How they report a registry's answer, if its own words say nothing. The first match counts. */
const REGISTRY_RULES: readonly Rule[] = [
  {
    says: /toomanyrequests|too many requests|\b429\b/i,
    code: 'RATE_LIMITED',
    hint: 'Wait, and run the job again. If this happens often, use an account with a higher limit.',
  },
  {
    says: /no such host|connection refused|i\/o timeout|network is unreachable|no route to host|deadline exceeded|connection reset|Client\.Timeout/i,
    code: 'REGISTRY_UNREACHABLE',
    hint: 'Check the registry\'s host and port in "image", and that the engine\'s machine can reach it.',
  },
  {
    // If access is denied, the containerd store says that it "does not exist or may require authorization".
    says: /name unknown|repository .*not (?:found|exist)(?! or may)|does not exist in the registry/i,
    code: 'REPOSITORY_MISSING',
    hint: 'Create the repository on the registry first: some registries never create one on a push.',
  },
  {
    // A 403 without a message is recognised by its status.
    says: /denied|unauthorized|no basic auth|insufficient_scope|403 Forbidden|HTTP 403 response/i,
    code: 'REGISTRY_DENIED',
    hint: DENIED_HINT,
  },
];

/** The same for saving an image, which needs no registry. */
const SAVE_RULES: readonly Rule[] = [
  NO_ENGINE,
  {
    // The engine ended while it was saving.
    says: /unexpected EOF|error during connect/i,
    code: 'ENGINE_UNAVAILABLE',
    hint: 'The engine stopped while it saved the image: look at its log ("journalctl -u docker"), and run the job again.',
  },
  {
    says: /no space left on device|disk quota exceeded/i,
    code: 'PUSH_FAILED',
    hint:
      'Free as much space as the image needs: the whole image is saved in the temporary folder of the runner (RUNNER_TEMP), and ' +
      'some engines first write it to their own folder. With "engine: docker", nothing is saved.',
  },
  {
    says: /no such image|failed to get digest/i,
    code: 'SOURCE_NOT_FOUND',
    hint: 'Something removed the image from the engine while this step ran. Build it again, and let nothing prune images during the job.',
  },
  LACKS_PLATFORMS,
];
const SAVE_HINT = 'Run "docker image save" by hand for the same image. With "engine: docker" nothing is saved.';

/** saveFailure names why the engine's image could not be saved. */
export function saveFailure(ended: Ended): ActionError {
  const said = lastWords(ended);
  const { code, hint } = SAVE_RULES.find(({ says }) => says.test(said)) ?? { code: 'PUSH_FAILED', hint: SAVE_HINT };
  return failed('docker image save', ended, { code, hint });
}

const PODMAN_RULES: readonly Rule[] = [
  {
    says: /no space left on device|disk quota exceeded/i,
    code: 'PUSH_FAILED',
    hint: 'Free as much space as the image needs: the whole image is saved in the temporary folder of the runner (RUNNER_TEMP).',
  },
  {
    says: /image not known|no such image/i,
    code: 'SOURCE_NOT_FOUND',
    hint: 'Something removed the image from the store while this step ran. Build it again, and let nothing prune images during the job.',
  },
];

/** podmanFailure names why a command of Podman failed. `otherwise` is the code if its words are not known. */
export function podmanFailure(doing: string, ended: Ended, otherwise: StepCode): ActionError {
  const said = lastWords(ended);
  const hint = 'Run "podman info" and then the same command in a step before this one, to see what Podman says.';
  return failed(doing, ended, PODMAN_RULES.find(({ says }) => says.test(said)) ?? { code: otherwise, hint });
}

/** engineFailure names why the CLI failed, from its exit code and words. `otherwise` is the code if no rule fits. */
export function engineFailure(doing: string, ended: Ended, otherwise: StepCode, hint: string): ActionError {
  const said = lastWords(ended);
  const isLogin = otherwise === 'LOGIN_FAILED';
  const fits = ({ says }: Rule) => says.test(said);
  const found = ENGINE_RULES.find(fits) ?? saidBefore(said, isLogin) ?? REGISTRY_RULES.find(fits);
  // If the login itself is rejected, that is the error.
  const isRefused = isLogin && found?.code === 'REGISTRY_DENIED';
  return failed(doing, ended, found === undefined || isRefused ? { code: otherwise, hint } : found);
}

/** pushFailure is `engineFailure` for a push: if a registry only says "denied", we know what a job needs there. */
export function pushFailure(name: string, ended: Ended, hint: string): ActionError {
  const error = engineFailure('docker push', ended, 'PUSH_FAILED', hint);
  const rights = error.hint === DENIED_HINT ? rightsAt(name.split('/')[0] ?? '') : undefined;
  return rights === undefined ? error : new ActionError(error.code, error.message, { hint: rights });
}

/** Known answers of registries: the engine repeats their words, but not their status. */
function saidBefore(words: string, isLogin: boolean): Omit<Rule, 'says'> | undefined {
  const known = knownAnswer({ words, to: isLogin ? 'login' : undefined });
  return known && { code: known.means, hint: known.hint };
}

function failed(doing: string, ended: Ended, { code, hint }: Omit<Rule, 'says'>): ActionError {
  const message = `${doing} failed (exit code ${ended.exitCode}): ${oneLine(lastWords(ended))}`;
  return new ActionError(code, message, { hint });
}

/** lastWords finds the CLI's explanation: at the end of stderr, after warnings; with some versions on stdout. */
export function lastWords({ stdout, stderr }: Ended): string {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('WARNING'));
  const said = lines(stderr).slice(-3).join('\n') || lines(stdout).slice(-1).join('\n');
  return said || 'no message';
}

/**
 * What the CLI says when a push may succeed later; it gives up by itself on the first 429 and on any failed manifest.
 */
const TRANSIENT = new RegExp(
  [
    // Answers of the registry, or of a proxy in front of it.
    'toomanyrequests|too many requests|unavailable|received unexpected HTTP status',
    'unexpected status.*: (?:408|425|429|499|5\\d\\d)|failed with status: (?:408|425|429|499|5\\d\\d)',
    'error parsing HTTP (?:408|416|425|429|499|5\\d\\d)|unable to decode token response',
    // The registry has lost an upload, or does not find it yet: the upload starts again.
    'blob unknown|unknown blob|blob upload (?:unknown|invalid)|digest invalid',
    // Faults of the connection.
    'connection reset|broken pipe|transport connection broken|unexpected EOF|(?:^|: )EOF$',
    'i/o timeout|TLS handshake timeout|temporary failure|server misbehaving',
  ].join('|'),
  'im',
);
/** Words that mean no, whatever else is said with them. */
const REFUSAL = /denied|not found|x509|no such host|invalid reference|immutable/i;
/** Words that mean that no login was shown, or one that is rejected. */
const UNAUTHORIZED = /unauthorized|no basic auth/i;

/** pushTransience tells whether to repeat a push, or a login, that has ended in this way. */
export function pushTransience(ended: Ended): Transience {
  if (ended.exitCode === 0 || wantsLogin(ended)) return FINAL;
  const said = lastWords(ended);
  return TRANSIENT.test(said) && !REFUSAL.test(said) ? { kind: 'transient' } : FINAL;
}

/**
 * wantsLogin tells whether the registry required a login, though it accepts ours. The engine also says so if its token
 * expired during the push, or if the registry was too busy to ask for a login: the engine reports that only later.
 */
export function wantsLogin(ended: Ended): boolean {
  const said = lastWords(ended);
  return ended.exitCode !== 0 && UNAUTHORIZED.test(said) && !REFUSAL.test(said);
}
