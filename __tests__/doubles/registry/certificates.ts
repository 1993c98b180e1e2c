import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import { bits, boolean, integer, objectId, octets, sequence, set, tagged, text, time } from './der.ts';

/** PEM texts. Nothing is written to disk, and every call makes new keys. */
export type Certificates = { readonly ca: string; readonly key: string; readonly cert: string };

export type CertificateOptions = {
  /** DNS names and IP addresses that the server certificate is for. */
  readonly names?: readonly string[];
  /** Valid until yesterday. */
  readonly expired?: boolean;
};

const OID = {
  commonName: '2.5.4.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  subjectAltName: '2.5.29.17',
  subjectKeyId: '2.5.29.14',
  authorityKeyId: '2.5.29.35',
};

const DAY = 24 * 60 * 60 * 1000;
const KEY_CERT_SIGN = Buffer.from([0x04]);
const DIGITAL_SIGNATURE = Buffer.from([0x80]);

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
type Certificate = {
  readonly subject: string;
  readonly issuer: string;
  readonly keys: Pair;
  readonly signer: Pair;
  readonly until: number;
  readonly extensions: readonly Buffer[];
};

/** A throw-away authority, and a server certificate that it signed. */
export function makeCertificates({
  names = ['localhost', '127.0.0.1', '::1'],
  expired = false,
}: CertificateOptions = {}): Certificates {
  const authority = newKeys();
  const server = newKeys();
  const issuer = 'Throw-away test authority';
  const until = Date.now() + (expired ? -DAY : 30 * DAY);
  const ca = certificate({
    subject: issuer,
    issuer,
    keys: authority,
    signer: authority,
    until: Date.now() + 30 * DAY,
    extensions: [
      extension(OID.basicConstraints, sequence(boolean(true)), true),
      extension(OID.keyUsage, bits(KEY_CERT_SIGN, 2), true),
    ],
  });
  const cert = certificate({
    subject: 'registry.test',
    issuer,
    keys: server,
    signer: authority,
    until,
    extensions: [
      extension(OID.basicConstraints, sequence(), true),
      extension(OID.keyUsage, bits(DIGITAL_SIGNATURE, 7), true),
      extension(OID.extendedKeyUsage, sequence(objectId(OID.serverAuth))),
      extension(OID.subjectAltName, sequence(...names.map(alternativeName))),
    ],
  });
  return { ca, cert, key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
}

function newKeys(): Pair {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

function certificate({ subject, issuer, keys, signer, until, extensions }: Certificate): string {
  const algorithm = sequence(objectId(OID.ecdsaWithSha256));
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name(issuer),
    sequence(time(new Date(until - 60 * DAY)), time(new Date(until))),
    name(subject),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        ...extensions,
        extension(OID.subjectKeyId, octets(keyId(keys))),
        extension(OID.authorityKeyId, sequence(tagged(0x80, keyId(signer)))),
      ),
    ),
  );
  const der = sequence(body, algorithm, bits(sign('sha256', body, signer.privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function name(commonName: string): Buffer {
  return sequence(set(sequence(objectId(OID.commonName), text(commonName))));
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value));
}

function keyId({ publicKey }: Pair): Buffer {
  return createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
}

function alternativeName(of: string): Buffer {
  return isIP(of) === 0 ? tagged(0x82, Buffer.from(of)) : tagged(0x87, addressBytes(of));
}

function addressBytes(address: string): Buffer {
  if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...(tail === undefined ? [] : Array(missing).fill('0')), ...groups(tail)];
  return Buffer.from(all.map((group: string) => group.padStart(4, '0')).join(''), 'hex');
}
