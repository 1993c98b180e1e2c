import { type Held, tagsOn, takeAway } from '../registry/held.ts';
import { type CloudAnswer, json, must } from './clouds.ts';

const JSON_TYPE = { 'content-type': 'application/x-amz-json-1.1' };

/** What is in the archive, beside what is active. */
export type EcrImagesOptions = { readonly name: string; readonly held: Held; readonly archived?: ReadonlySet<string> };

/** The images of one repository by the API of ECR (API reference 2015-09-21, and its service model). */
export class EcrImages {
  readonly operations: string[] = [];
  readonly #options: EcrImagesOptions;

  constructor(options: EcrImagesOptions) {
    this.#options = options;
  }

  answer(operation: string, body: string): CloudAnswer {
    this.operations.push(operation);
    const fields = JSON.parse(body) as Readonly<Record<string, unknown>>;
    must('registryId', fields.registryId, '123456789012');
    if (fields.repositoryName !== this.#options.name)
      return json(400, { __type: 'RepositoryNotFoundException', message: 'The repository does not exist' }, JSON_TYPE);
    if (operation === 'DescribeImages') return this.#describe(fields);
    must('operation', operation, 'BatchDeleteImage');
    const [id = {}, ...more] = fields.imageIds as readonly Readonly<Record<string, string>>[];
    // The model takes a tag or a digest; what both together do, nobody says.
    must('imageIds', more.length === 0 && Object.keys(id).join() === 'imageDigest', true);
    return this.#delete(id.imageDigest ?? '');
  }

  #describe({ maxResults, nextToken, filter }: Readonly<Record<string, unknown>>): CloudAnswer {
    const { held, archived = new Set(), name } = this.#options;
    must('maxResults', typeof maxResults === 'number' && maxResults >= 1 && maxResults <= 1000, true);
    const status = (filter as { readonly imageStatus?: string } | undefined)?.imageStatus ?? 'ACTIVE';
    must('imageStatus', status, /^(?:ACTIVE|ARCHIVED|ACTIVATING)$/);
    const all = [...held.manifests.keys()].filter(
      (digest) => (archived.has(digest) ? 'ARCHIVED' : 'ACTIVE') === status,
    );
    // Amazon chooses the length of a page, up to what was asked for.
    const from = Number(nextToken ?? 0);
    const page = Math.min(Number(maxResults), 3);
    const imageDetails = all.slice(from, from + page).map((digest) => this.#detail(digest, status));
    const more = from + page < all.length ? { nextToken: String(from + page) } : {};
    return json(200, { imageDetails, ...more, repositoryName: name }, JSON_TYPE);
  }

  #detail(digest: string, imageStatus: string): object {
    const { held } = this.#options;
    const { bytes, mediaType } = held.manifests.get(digest) ?? { bytes: '{}', mediaType: '' };
    const { config, artifactType } = JSON.parse(bytes.toString());
    const tags = tagsOn(held, digest);
    return {
      imageDigest: digest,
      ...(tags.length === 0 ? {} : { imageTags: tags }),
      imagePushedAt: held.pushedAt(digest) / 1000,
      imageManifestMediaType: mediaType,
      artifactMediaType: artifactType ?? config?.mediaType,
      imageStatus,
    };
  }

  #delete(digest: string): CloudAnswer {
    const { held } = this.#options;
    const imageId = { imageDigest: digest };
    const failed = (failureCode: string, failureReason: string) =>
      json(200, { imageIds: [], failures: [{ imageId, failureCode, failureReason }] }, JSON_TYPE);
    if (!held.manifests.has(digest)) return failed('ImageNotFound', 'Requested image not found');
    const isReferenced = [...held.manifests.values()].some(({ bytes }) =>
      ((JSON.parse(bytes.toString()).manifests ?? []) as readonly { readonly digest: string }[]).some(
        (child) => child.digest === digest,
      ),
    );
    if (isReferenced) return failed('ImageReferencedByManifestList', 'Requested image referenced by manifest list');
    takeAway(held, digest);
    return json(200, { imageIds: [imageId], failures: [] }, JSON_TYPE);
  }
}
