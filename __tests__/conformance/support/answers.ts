/**
 * What registries answer to the requests of this suite, as `told` has it: NAME for the repository, BLOB and IMAGE for
 * what is in it. Recorded from the real ones; whoever answers otherwise is another registry than it says it is.
 */
export type Answers = {
  /** Distribution 2.8, and 3 where nothing else is said; not there where 2.8 answers by chance. */
  readonly says?: string;
  /** Distribution 3. */
  readonly three?: string;
  /** The specification, and our double that keeps to it, where that differs from 2.8. */
  readonly spec?: string;
};

export const ANSWERS: Readonly<Record<string, Answers>> = {
  'GET /v2/': { says: '200, docker-distribution-api-version: registry/2.0' },
  'GET /v2': { says: '301, location: /v2/' },
  'GET of a blob': { says: '200, docker-content-digest: BLOB, content-length: 10, body: 0123456789' },
  'HEAD of a blob': { says: '200, content-length: 10' },
  'HEAD of a blob that is not there': { says: '404' },
  'GET of a blob that is not there': { says: '404 BLOB_UNKNOWN' },
  'GET of a blob of another repository': { says: '404 BLOB_UNKNOWN', spec: '404 NAME_UNKNOWN' },
  'HEAD of a blob that was deleted': { says: '404' },
  "GET of a blob's bytes=2-4": { says: '206, content-range: bytes 2-4/10, body: 234' },
  "GET of a blob's bytes=7-": { says: '206, content-range: bytes 7-9/10, body: 789' },
  "GET of a blob's bytes=-2": { says: '206, content-range: bytes 8-9/10, body: 89' },
  "GET of a blob's bytes=0-999": { says: '206, content-range: bytes 0-9/10, body: 0123456789' },
  "GET of a blob's bytes=10-": {
    says: '416, content-range: bytes */10, body: -',
    spec: '416 RANGE_INVALID, content-range: bytes */10, body: -',
  },
  'GET of the tags of an image': { says: '200, body: {"name":"NAME","tags":["v1"]}' },
  'GET of the first of three tags': {
    three: '200, link: </v2/NAME/tags/list?n=2&last=c>; rel="next", body: {"name":"NAME","tags":["a","c"]}',
    spec: '200, link: </v2/NAME/tags/list?n=2&last=c>; rel="next", body: {"name":"NAME","tags":["a","c"]}',
  },
  'GET of the tags after the second of three': {
    three: '200, link: -, body: {"name":"NAME","tags":["v1"]}',
    spec: '200, link: -, body: {"name":"NAME","tags":["v1"]}',
  },
  'GET of the tags where all have gone': {
    says: '200, body: {"name":"NAME","tags":null}',
    three: '200, body: {"name":"NAME","tags":[]}',
    spec: '200, body: {"name":"NAME","tags":[]}',
  },
  'GET of the tags of a repository that is not there': { says: '404 NAME_UNKNOWN' },
  'GET of what refers to an image': { says: '404', spec: '200' },
  'GET /v1/_ping': { says: '404' },
  'GET manifest/latest': { says: '404' },
  'POST that opens an upload': {
    says: '202, location: ORIGIN/v2/NAME/blobs/uploads/UPLOAD?STATE, range: 0-0, docker-upload-uuid: UPLOAD',
  },
  'PUT of a whole blob': { says: '201, location: ORIGIN/v2/NAME/blobs/sha256:HEX, docker-content-digest: sha256:HEX' },
  'POST of a blob with its digest': { says: '202', spec: '201' },
  'PUT of a blob under its sha512': { says: '201' },
  'PUT of other bytes than the digest says': { says: '400 DIGEST_INVALID' },
  'PUT of a blob with "" for its digest': { says: '400 DIGEST_INVALID' },
  'PUT of a blob with "&digest=" for its digest': { says: '400 DIGEST_INVALID' },
  'PUT of a blob with "&digest=sha256:abc" for its digest': { says: '400 DIGEST_INVALID' },
  'PUT of a blob with "&digest=sha256:AAAAA" for its digest': { says: '400 DIGEST_INVALID' },
  'PUT to an upload that is over': { says: '404 BLOB_UPLOAD_UNKNOWN' },
  'PUT with the digest before the query of the Location': { says: '201' },
  'PUT without the query of the Location': { says: '404 BLOB_UPLOAD_INVALID', spec: '400 BLOB_UPLOAD_INVALID' },
  'PATCH with a stream of unknown length': {
    says: '202, location: ORIGIN/v2/NAME/blobs/uploads/UPLOAD?STATE, range: 0-9',
  },
  'PUT that ends a stream': { says: '201, docker-content-digest: BLOB' },
  'PATCH with the first chunk': { says: '202, range: 0-3' },
  'PATCH with the second chunk': { says: '202, range: 0-5' },
  'PUT with the last chunk': { says: '201' },
  'PATCH with a chunk after a gap': { says: '202', three: '416 RANGE_INVALID', spec: '416 RANGE_INVALID' },
  'PATCH with a chunk of another length than it says': {
    says: '202',
    three: '400 SIZE_INVALID',
    spec: '400 SIZE_INVALID',
  },
  'GET of an upload': { says: '204, range: 0-3' },
  'DELETE of an upload': { says: '204' },
  'GET of an upload that was deleted': { says: '404 BLOB_UPLOAD_UNKNOWN' },
  'POST that mounts a blob': { says: '201, location: ORIGIN/v2/NAME-other/blobs/BLOB, docker-content-digest: BLOB' },
  'POST that mounts what is not there': { says: '202' },
  'POST that mounts from nowhere': { says: '202' },
  'PUT of an OCI image': { says: '201, location: ORIGIN/v2/NAME/manifests/IMAGE, docker-content-digest: IMAGE' },
  'PUT of a Docker image': { says: '201' },
  'PUT of an index (oci) after its children': { says: '201' },
  'PUT of an index (docker) after its children': { says: '201' },
  'PUT of an image whose layer is missing': { says: '400 MANIFEST_BLOB_UNKNOWN' },
  'PUT of an index without its children': { says: '400 MANIFEST_BLOB_UNKNOWN' },
  'PUT of an image under the digest of another': { says: '400 DIGEST_INVALID' },
  'PUT of an image with a subject': { says: '201, oci-subject: -', spec: '201, oci-subject: IMAGE' },
  'PUT of an image under a tag that must show another one': { says: '201', spec: '412' },
  'PUT of an image under a tag that must show what it shows': { says: '201' },
  'PUT of an image under a tag that must not be there': { says: '201', spec: '412' },
  'GET of what a write may depend on': { says: '200, etag: "IMAGE"' },
  'PUT of a manifest with more than 4 MiB': { says: '400 MANIFEST_INVALID', spec: '413 MANIFEST_INVALID' },
  'PUT of a manifest with no media type': { says: '400 MANIFEST_INVALID' },
  'PUT of a manifest with the media type of Docker': { says: '400 MANIFEST_INVALID' },
  'PUT of a manifest with the media type of an index': { says: '400 MANIFEST_INVALID' },
  'PUT of a manifest with half of its JSON': { says: '400 MANIFEST_INVALID' },
  'GET of an image by tag': {
    says: '200, content-type: application/vnd.oci.image.manifest.v1+json, content-length: 400, docker-content-digest: IMAGE',
  },
  'HEAD of an image by tag': {
    says: '200, content-type: application/vnd.oci.image.manifest.v1+json, content-length: 400, docker-content-digest: IMAGE',
  },
  'GET of an image by digest': { says: '200' },
  'GET of a tag that is not there': { says: '404 MANIFEST_UNKNOWN' },
  'HEAD of a tag that is not there': { says: '404' },
  'GET of a tag of a repository that is not there': { says: '404 MANIFEST_UNKNOWN', spec: '404 NAME_UNKNOWN' },
  'GET of an OCI image by who takes Docker images and */*': { says: '404 MANIFEST_UNKNOWN' },
  'GET of an OCI index by who takes Docker images and */*': { says: '404 MANIFEST_UNKNOWN', three: '200' },
  'GET of a Docker list by tag by who takes Docker images alone': {
    says: '200, content-type: application/vnd.docker.distribution.manifest.v2+json',
  },
  'GET of an image that is known already': { says: '304' },
  'DELETE of a tag': { says: '400 DIGEST_INVALID', three: '202', spec: '202' },
  'DELETE of an image': { says: '202' },
  'GET of an image that was deleted': { says: '404 MANIFEST_UNKNOWN' },
  'DELETE of an image that is not there': { says: '404 MANIFEST_UNKNOWN' },
};
