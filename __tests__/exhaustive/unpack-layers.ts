/** Reads every layer of a manifest as the level "content" does, and prints how much memory that took, in MiB. */
import { parseManifest } from '../../src/image/manifest.ts';
import { distributionRegistry } from '../../src/registry/distribution-registry.ts';
import { Secret } from '../../src/secret/secret.ts';
import { peakMiB } from '../doubles/peak-memory.ts';

const [host = '', path = '', mediaType = ''] = process.argv.slice(2);
const open = distributionRegistry({ signal: new AbortController().signal, mask: () => {}, onWarning: () => {} });
const credential = async () => ({ username: 'anyone', password: new Secret('anything') });
const registry = await open({ repository: { registry: host, path }, credential, authHosts: [] });
const seen = await registry.readManifest('latest');
const manifest = seen && parseManifest(seen.bytes, seen.mediaType);
if (manifest?.kind !== 'manifest') throw new Error('there is no image');
const layers = manifest.layers.map((layer) => (mediaType === '' ? layer : { ...layer, mediaType }));
const read = await Promise.all(layers.map((layer) => registry.digestBlob(layer)));
registry.close();
const unpacked = read.filter((each) => each?.diffId !== undefined).length;
process.stdout.write(JSON.stringify({ peak: peakMiB(), unpacked }));
