import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates } from '../registry/certificates.ts';

/** The project "enterprise-server" of jest.config.js has scenarios run as on one. */
const { onEnterpriseServer = false } = globalThis as { readonly onEnterpriseServer?: boolean };
export const isEnterprise = onEnterpriseServer;

/** What a job's variables say of the server where no double of it is started. */
export const SERVER_OF_JOBS: Readonly<Record<string, string>> = isEnterprise
  ? { GITHUB_SERVER_URL: 'https://git.corp.example', GITHUB_API_URL: 'https://git.corp.example/api/v3' }
  : { GITHUB_SERVER_URL: 'https://github.com' };

/** Where the API is below such a server. */
export const ROOT = '/api/v3';

/** A server with a certificate that no machine knows: what it is served with, and what a step needs to find and trust it. */
export type Enterprise = {
  readonly certificate: { readonly key: string; readonly cert: string };
  readonly envAt: (port: number) => Readonly<Record<string, string>> & { readonly GITHUB_API_URL: string };
  readonly end: () => void;
};

export function enterprise(): Enterprise {
  const { ca, key, cert } = makeCertificates({ names: ['localhost'] });
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const file = join(folder, 'ca.pem');
  writeFileSync(file, ca);
  return {
    certificate: { key, cert },
    envAt: (port) => {
      const url = `https://localhost:${port}`;
      return { GITHUB_SERVER_URL: url, GITHUB_API_URL: `${url}${ROOT}`, NODE_EXTRA_CA_CERTS: file };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
