/** What a registry that lies, or that was written to by somebody else, may serve as a manifest (`threats.md`, B7). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfig } from '../../../src/image/config.ts';
import { ManifestProblem } from '../../../src/image/document.ts';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';

const OCI = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const DIGEST = `sha256:${'c'.repeat(64)}`;
const OTHER = `sha256:${'e'.repeat(64)}`;
const CONFIG = `{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"${DIGEST}","size":7}`;
const EVIL = CONFIG.replace(DIGEST, OTHER);
const CHILD = `{"mediaType":"${OCI}","digest":"${DIGEST}","size":7}`;

const text = (json: string | Uint8Array, contentType = OCI): Manifest =>
  parseManifest(typeof json === 'string' ? Buffer.from(json) : json, contentType);
const sized = (size: string) => `{"schemaVersion":2,"config":${CONFIG.replace('7', size)},"layers":[]}`;

describe('parseManifest refuses', () => {
  const good = `{"schemaVersion":2,"config":${CONFIG},"layers":[]}`;

  it('nothing of the good one that the bad ones are made from', () => {
    expect(text(good)).toMatchObject({ kind: 'manifest' });
  });

  const rows: readonly (readonly [name: string, bytes: string | Uint8Array, contentType?: string])[] = [
    ['nothing', ''],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'text/html'],
    ['a web page under the type of a manifest', '<html></html>'],
    ['a byte order mark before it', `\uFEFF${good}`],
    ['UTF-16', Buffer.from(good, 'utf16le')],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from(',"x":"\xff"}', 'latin1')])],
    ['half of it', good.slice(0, good.length / 2)],
    ['two of them', good + good],
    ['a NUL behind it', `${good}\0`],
    ['a list', `[${good}]`],
    ['null', 'null'],
    ['a text', '"manifest"'],
    ['a number', '2'],
    ['schema 1', '{"schemaVersion":1,"name":"a","tag":"b","fsLayers":[]}'],
    ['schema 1 by its own type', '{"schemaVersion":1}', 'application/vnd.docker.distribution.manifest.v1+prettyjws'],
    ['no schema version', `{"config":${CONFIG},"layers":[]}`],
    ['a schema version in text', `{"schemaVersion":"2","config":${CONFIG},"layers":[]}`],
    ['schema 3', `{"schemaVersion":3,"config":${CONFIG},"layers":[]}`],
    ['no content type', good, ''],
    ['JSON of no kind', good, 'application/json'],
    [
      'an artifact manifest',
      `{"mediaType":"application/vnd.oci.artifact.manifest.v1+json"}`,
      'application/vnd.oci.artifact.manifest.v1+json',
    ],
    ['another media type inside', `{"mediaType":"${INDEX}",${good.slice(1)}`],
    ['a media type inside that is null', `{"mediaType":null,${good.slice(1)}`],
    ['a media type inside that is a number', `{"mediaType":2,${good.slice(1)}`],
    ['a media type inside that is an object', `{"mediaType":{"toString":"${OCI}"},${good.slice(1)}`],
    ['a media type inside that differs by a blank', `{"mediaType":"${OCI} ",${good.slice(1)}`],
    ['an index under the type of a manifest', `{"schemaVersion":2,"manifests":[${CHILD}]}`],
    ['a manifest under the type of an index', good, INDEX],
    ['both at once, as a manifest', `{"schemaVersion":2,"config":${CONFIG},"layers":[],"manifests":[${CHILD}]}`],
    ['both at once, as an index', `{"schemaVersion":2,"config":${CONFIG},"manifests":[${CHILD}]}`, INDEX],
    ['an index with layers', `{"schemaVersion":2,"layers":[],"manifests":[${CHILD}]}`, INDEX],
    ['no config', '{"schemaVersion":2,"layers":[]}'],
    ['a config that is null', '{"schemaVersion":2,"config":null,"layers":[]}'],
    ['a config that is a list', `{"schemaVersion":2,"config":[${CONFIG}],"layers":[]}`],
    ['no layers', `{"schemaVersion":2,"config":${CONFIG}}`],
    ['layers that are null', `{"schemaVersion":2,"config":${CONFIG},"layers":null}`],
    ['layers that are an object', `{"schemaVersion":2,"config":${CONFIG},"layers":{"0":${CONFIG}}}`],
    ['a layer that is null', `{"schemaVersion":2,"config":${CONFIG},"layers":[null]}`],
    ['a layer without a digest', `{"schemaVersion":2,"config":${CONFIG},"layers":[{"mediaType":"x","size":1}]}`],
    ['a digest that leads elsewhere', good.replace(DIGEST, '../../../v2/other/manifests/latest')],
    ['a digest of no known algorithm', good.replace(DIGEST, `md5:${'0'.repeat(32)}`)],
    ['a digest that is a number', good.replace(`"${DIGEST}"`, '7')],
    ['a descriptor without a media type', `{"schemaVersion":2,"config":{"digest":"${DIGEST}","size":7},"layers":[]}`],
    ['a descriptor by its prototype', `{"schemaVersion":2,"config":{"__proto__":${CONFIG}},"layers":[]}`],
    ['a document by its prototype', `{"__proto__":${good}}`],
    ['a size of NaN', sized('NaN')],
    ['an endless size', sized('1e999')],
    ['a size below zero', sized('-1')],
    ['half a byte', sized('0.5')],
    ['a size in text', sized('"7"')],
    ['a size of 2^53', sized('9007199254740992')],
    ['a size of 2^53+1, which a double cannot hold', sized('9007199254740993')],
    ['a size of 2^64', sized('18446744073709551616')],
    ['a size that is null', sized('null')],
    ['an index without children', '{"schemaVersion":2}', INDEX],
    ['an index whose children are null', '{"schemaVersion":2,"manifests":null}', INDEX],
    ['an index with a child that is a text', `{"schemaVersion":2,"manifests":["${DIGEST}"]}`, INDEX],
  ];

  it.each(rows.map(([name, bytes, contentType = OCI]) => [name, bytes, contentType] as const))(
    '%s',
    (_name, bytes, contentType) => {
      expect(() => text(bytes, contentType)).toThrow(ManifestProblem);
    },
  );

  it('what is nested a hundred thousand deep', () => {
    const deep = `{"schemaVersion":2,"config":${'['.repeat(100_000)}${']'.repeat(100_000)},"layers":[]}`;
    expect(() => text(deep)).toThrow(ManifestProblem);
  });
});

describe('the largest size that a double holds exactly', () => {
  it('is taken', () => {
    expect(text(sized('9007199254740991'))).toMatchObject({ config: { size: 9007199254740991 } });
  });
});

/**
 * Engines read JSON with Go's encoding/json. Of one key twice it takes the later value, and of two objects it makes one;
 * a key in other letters, with those that fold to ASCII ones, is the field all the same. Where we would read another
 * image than an engine does, there is no image.
 */
describe('what an engine reads in another way', () => {
  const both = (more: string, config = CONFIG) => `{"schemaVersion":2,"config":${config},"layers":[]${more}}`;

  it.each([
    ['a config and one in capitals', both(`,"Config":${EVIL}`), OCI],
    ['layers and some in capitals', both(`,"LAYERS":[${EVIL}]`), OCI],
    ['layers and some with a long s', both(`,"layerſ":[${EVIL}]`), OCI],
    ['a digest and one in capitals', both('', CONFIG.replace('}', `,"Digest":"${OTHER}"}`)), OCI],
    ['children and some in capitals', `{"schemaVersion":2,"manifests":[${CHILD}],"Manifests":[${EVIL}]}`, INDEX],
    ['a config twice', both(`,"config":${EVIL}`), OCI],
    ['a digest twice', both('', CONFIG.replace('}', `,"digest":"${OTHER}"}`)), OCI],
    ['layers twice', both(`,"layers":[${EVIL}]`), OCI],
    ['a config twice, one of them escaped', both(`,"\\u0063onfig":${EVIL}`), OCI],
    ['a media type in capitals alone', both(`,"MediaType":"${INDEX}"`), OCI],
  ])('is refused in a manifest: %s', (_name, json, contentType) => {
    expect(() => text(json, contentType)).toThrow(ManifestProblem);
  });

  const evil = '{"Test":["CMD-SHELL","evil"]}';
  it.each([
    ['a configuration and one in capitals', '"config":{"Cmd":["/app"]},"Config":{"Cmd":["/evil"]}'],
    ['a configuration twice, of which Go makes one', `"config":{"Healthcheck":${evil}},"config":{"Cmd":["/app"]}`],
    ['a setting and one in small letters', '"config":{"Cmd":["/app"],"cmd":["/evil"]}'],
    ['a setting in small letters alone', `"config":{"Cmd":["/app"],"healthcheck":${evil}}`],
    ['a setting with a Kelvin sign alone', `"config":{"Cmd":["/app"],"Healthchec\u212A":${evil}}`],
    ['a setting twice', '"config":{"Cmd":["/evil"],"Cmd":["/app"]}'],
    ['settings in capitals alone', '"CONFIG":{"Cmd":["/evil"]}'],
    ['a variant in capitals alone', '"Variant":"v7"'],
  ])('is refused in a configuration: %s', (_name, settings) => {
    const json = `{"os":"linux","architecture":"amd64","rootfs":{"type":"layers","diff_ids":[]},${settings}}`;
    expect(() => parseConfig(Buffer.from(json))).toThrow(ManifestProblem);
  });

  it.each([
    ['labels that differ by case', '{"Labels":{"a":"1","A":"2"}}'],
    ['a label that is a word of the format', '{"Labels":{"cmd":"x","config":"y","os":"z"}}'],
    ['volumes that differ by case', '{"Volumes":{"/data":{},"/DATA":{}}}'],
    ['a text with quotes, braces and colons in it', '{"Cmd":["{\\"config\\":{\\"Cmd\\":1},\\"Cmd\\":2}"]}'],
    ['what only Docker writes', '{"ArgsEscaped":true,"Hostname":"","Domainname":"","AttachStdin":false,"Image":""}'],
  ])('is not seen where there is nothing to see: %s', (_name, config) => {
    const json = `{"os":"linux","architecture":"amd64","rootfs":{"type":"layers","diff_ids":[]},"config":${config}}`;
    expect(parseConfig(Buffer.from(json)).platform).toBe('linux/amd64');
  });

  it('is not seen in annotations that differ by case', () => {
    const annotated = CONFIG.replace('}', ',"annotations":{"a":"1","A":"2","digest":"3"}}');
    expect(text(both(',"annotations":{"config":"1","Config":"2"}', annotated))).toMatchObject({ kind: 'manifest' });
  });
});

describe('any bytes and any content type', () => {
  const image = buildImage();
  const index = buildIndex({ attestations: true });
  const types = fc.oneof(fc.constantFrom(OCI, INDEX, image.mediaType, index.mediaType), fc.string());

  const isParsedOrRefused = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof ManifestProblem)) throw error;
    }
  };

  it('are parsed, or refused with a ManifestProblem', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((json) => Buffer.from(json)),
        ),
        types,
        (bytes, type) => {
          isParsedOrRefused(() => parseManifest(bytes, type));
          isParsedOrRefused(() => parseConfig(bytes));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('made by swapping one value of a good one for any other are parsed, or refused with a ManifestProblem', () => {
    const documents = [image.bytes, index.bytes, image.config.bytes].map((bytes) => bytes.toString());
    const hostile = fc.oneof(
      fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value)),
      fc.constantFrom('{"toString":1,"valueOf":1}', '-0', '1e400', '[[]]', '{}'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), hostile, types, (json, nth, value, type) => {
        const places = [...json.matchAll(/(?<=:)(?:"[^"]*"|\d+|\[\]|\{\})/g)];
        const place = places[nth % places.length];
        const at = place?.index ?? 0;
        const bytes = Buffer.from(json.slice(0, at) + value + json.slice(at + (place?.[0].length ?? 0)));
        isParsedOrRefused(() => parseManifest(bytes, type));
        isParsedOrRefused(() => parseConfig(bytes));
      }),
      { numRuns: 2500 },
    );
  });
});
