import { type Repository, referenceName, repositoryName } from '../image/reference.ts';
import type { Delivered, TagState } from '../tags/write-tags.ts';
import { commands, details } from './markdown.ts';

/** pulling shows first what most people want: how to pull the published image. */
export function pulling(destinations: readonly Delivered[]): string {
  return commands(destinations.map((each) => `docker pull ${imageOf(each)}`));
}

/** usage folds the rest: how to verify the image again, deploy it, and go back to the image before it. */
export function usage(destinations: readonly [Delivered, ...Delivered[]]): string {
  const [primary] = destinations;
  const { path } = primary.verified.target;
  const app = path.slice(path.lastIndexOf('/') + 1);
  const deploy = (image: string) => `kubectl set image deployment/${app} ${app}=${image}`;
  const before = destinations.flatMap(({ tags }) => tags.flatMap(formerOf));
  const [former] = before;
  const parts = [
    'Verify it with another tool: the SHA-256 of the bytes under the tag is the digest.',
    commands(
      destinations.map(
        ({ verified: { target } }) => `skopeo inspect --raw docker://${referenceName(target)} | sha256sum`,
      ),
    ),
    'Deploy it by digest: a tag can be moved, a digest cannot. Here the deployment and its container have the name of the image.',
    commands([deploy(imageOf(primary))]),
    ...(former === undefined
      ? []
      : [
          'Roll back: deploy the previous image, and restore the tags.',
          commands([
            deploy(`${repositoryName(former.target)}@${former.digest}`),
            ...before.map(
              ({ target, digest }) =>
                `skopeo copy --all --preserve-digests docker://${repositoryName(target)}@${digest} docker://${referenceName(target)}`,
            ),
          ]),
        ]),
  ];
  return details(former === undefined ? 'Verify, deploy' : 'Verify, deploy, roll back', parts.join('\n\n'));
}

function imageOf({ verified: { target, manifest } }: Delivered): string {
  return `${repositoryName(target)}@${manifest.digest}`;
}

/** What a tag showed before it was moved or overwritten. */
function formerOf(
  tag: TagState,
): readonly { readonly target: Repository & { readonly tag: string }; readonly digest: string }[] {
  const digest = tag.state === 'moved' ? tag.from : tag.state === 'written' ? tag.replaced : undefined;
  return digest === undefined ? [] : [{ target: tag.target, digest }];
}
