/** Content that registries store beside images, but that is not an image: its usual name, and how to publish it. */
export type Artifact = { readonly what: string; readonly hint: string };

type Known = Artifact & { readonly type: RegExp };

const KNOWN: readonly Known[] = [
  {
    type: /^application\/vnd\.cncf\.helm\./,
    what: 'a Helm chart',
    hint: 'Publish the chart with "helm push", and name the image here.',
  },
  {
    type: /^application\/(?:vnd\.wasm\.|vnd\.bytecodealliance\.|wasm)/,
    what: 'a WebAssembly artifact',
    hint:
      'Publish it with the program that made it ("wkg", "wash", "oras"), or put the module into an image ("FROM scratch", ' +
      'with "--platform wasi/wasm").',
  },
  {
    type: /^application\/vnd\.buildkit\.cacheconfig\./,
    what: 'a build cache',
    hint: '"cache-to" writes this. Name the image: "docker buildx build --output type=oci,dest=image.tar".',
  },
];

/** artifactOf names the artifact with this media type, which no image has for its config or a part. */
export function artifactOf(mediaType: string): Artifact {
  const known = KNOWN.find(({ type }) => type.test(mediaType));
  return (
    known ?? {
      what: `an artifact of the type ${JSON.stringify(mediaType)}`,
      hint: 'Publish it with the program that made it, or with "oras": this action publishes only images.',
    }
  );
}
