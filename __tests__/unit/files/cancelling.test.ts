import { expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { localFiles } from '../../../src/files/local-files.ts';
import { layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { savedByKaniko } from '../../doubles/archives/saved.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { wholeOf } from '../../doubles/whole.ts';
import { onDisk, openFiles } from './opened.ts';

const image = buildImage({ contents: ['one', 'two'] });
const cancelled = new ActionError('CANCELLED', 'The run was cancelled.', { hint: '-' });

it('an archive whose layers are being read as it is opened is given up when the run is cancelled', async () => {
  const controller = new AbortController();
  const text = onDisk(savedByKaniko({ image }));
  const opening = localFiles(controller.signal).open({ form: undefined, text });
  controller.abort(cancelled);
  await expect(opening).rejects.toBe(cancelled);
  expect(openFiles()).toBe(0);
});

it('a stream ends between two chunks with the reason for which the run ended, and not with one of the file', async () => {
  const controller = new AbortController();
  const text = onDisk(ociArchive(layout(image)));
  const file = await localFiles(controller.signal).open({ form: undefined, text });
  if (file.kind !== 'packed') throw new Error('it has no manifest');
  const [, layer] = file.image.blobs;
  if (layer === undefined) throw new Error('it has no layer');
  controller.abort(cancelled);
  await expect(wholeOf(file.openBlob(layer))).rejects.toBe(cancelled);
  await file.close();
});
