import type { HeaderValues } from '../exchange.ts';
import type { Refusals, Situation } from '../refusals.ts';

/**
 * How one make of registry differs from the specification, as data that the handlers read.
 * Every field of a make that is left out is as in CONFORMANT_BEHAVIOUR.
 */
export type Personality = {
  readonly name: string;
  /** The ways to sign in that it knows. */
  readonly signIn: readonly ('none' | 'basic' | 'token')[];
  readonly refusals: Refusals;
  /** Sent with every answer. */
  readonly headers: HeaderValues;
  /** Sent with a manifest. */
  readonly manifestHeaders: HeaderValues;
  /** Which answers about manifests and blobs carry Docker-Content-Digest. */
  readonly digestHeader: { readonly put: boolean; readonly get: boolean; readonly head: boolean };
  /** When a repository comes to be: `must-exist` means never by a client. */
  readonly repositories: 'on-push' | 'must-exist' | 'on-token';
  /** Where tags are immutable: is any push of an existing tag refused, or only that of another digest? */
  readonly immutability: 'any-push' | 'other-digest';
  /** Whether manifests of Docker's older types are taken. */
  readonly dockerManifests: 'taken' | 'refused';
  /** Whether a manifest that is there may be put under another name, where tags may not be written again. */
  readonly secondNames: 'taken' | 'refused';
  /** To move a tag, a user needs the right to delete. */
  readonly overwriteNeedsDelete: boolean;
  /** What becomes of an Accept header that does not list the stored type. */
  readonly accept: 'strict' | 'strict-for-images' | 'ignored' | 'converted-by-tag';
  /** Asked for content of a repository that it does not have: is it the name that is unknown, or the content? */
  readonly lacksRepository: 'name-unknown' | 'content-unknown';
  /** Absent manifests answer a HEAD, and HEADs by digest answer at all, with these. */
  readonly headManifest: { readonly absent?: Situation; readonly byDigest?: Situation };
  readonly patch: {
    readonly status: number;
    /** Are the place and the length that a chunk says of itself compared with what is there? */
    readonly checksPlace: boolean;
    /** What the answer to a chunk with Content-Range says of the progress. */
    readonly range: 'advances' | 'stale';
    /** Largest chunk that carries a Content-Range; a stream without one may be of any size. */
    readonly limit?: number;
  };
  readonly monolithicPut: boolean;
  /** Takes a whole blob with the POST that opens an upload. */
  readonly monolithicPost: boolean;
  /** Where a mount is impossible, the specification wants an ordinary upload; some makes refuse instead. */
  readonly mount: 'works' | 'ignored' | 'refused' | 'refused-if-absent' | 'needs-from';
  /** Has the list of referrers, and says of a manifest that is put that it has seen its subject. */
  readonly referrers: boolean;
  readonly ociSubject: boolean;
  /** Entries of a page of that list; undefined: all on one. */
  readonly referrersPage: number | undefined;
  /** What it says of a list without entries: registries that are written in Go may say null. */
  readonly emptyReferrers: 'list' | 'null';
  /** What the list says of the types of its entries. */
  readonly referrerTypes: 'right' | 'of-the-config';
  /** Whether manifests with a subject are taken. */
  readonly subjects: 'taken' | 'refused';
  /** Whether If-Match and If-None-Match of a write of a manifest are minded (RFC 9110, 13.1). */
  readonly mindsConditions: boolean;
  readonly deletes: 'all' | 'by-digest' | 'none';
  readonly deleteStatus: number;
  readonly emptyTags: 'list' | 'null';
  /** Lists as many tags as it is asked for, and says where they go on. */
  readonly pagesTags: boolean;
  readonly location: 'absolute' | 'relative';
  readonly manifestLimit: number;
  /** Compresses manifests for clients that do not rule it out. */
  readonly gzipsManifests: boolean;
  readonly challenge: {
    readonly basic: string;
    readonly bearer: string;
    readonly realm: string;
    /** A service parameter in the Basic challenge. */
    readonly basicService?: string;
    /** More challenges, each in a header of its own. */
    readonly others: readonly string[];
    /** A missing right, as opposed to a missing credential: asked for by a challenge, or refused. */
    readonly lacking: 'challenge' | 'refusal';
    /** Does a wrong basic credential get a challenge (401) or a refusal? */
    readonly wrong: 'challenge' | 'refusal';
    /** Only /v2/ challenges; other paths answer 401 without a word on how to sign in. */
    readonly onlyOnPing: boolean;
    /** A placeholder scope in the challenge of /v2/. */
    readonly pingScope?: string;
  };
  readonly token: {
    readonly path: string;
    readonly service: string;
    readonly elsewhere: boolean;
    readonly fields: readonly ('token' | 'access_token')[];
    /** Seconds. */
    readonly lifetime: number;
    /** Does the answer say how long the token lives? */
    readonly announced: boolean;
    /** What a client can read in it: nothing, or claims, with these of its beginning. */
    readonly claims: 'none' | 'iat' | 'nbf';
    /** Does the token say what it may do? */
    readonly saysAccess: boolean;
    /** What a wrong credential gets: Harbor gives anybody an anonymous token who asks for a scope. */
    readonly wrong: 'refusal' | 'anonymous-if-scoped';
    readonly oauth: boolean;
    readonly grants: 'intersection' | 'everything';
    /** Other actions in a scope are an error where this is given. */
    readonly actions?: readonly string[];
  };
};

type Nested = 'digestHeader' | 'headManifest' | 'patch' | 'challenge' | 'token' | 'refusals';

/** A make, as written down: only what differs. */
export type Difference = Partial<Omit<Personality, Nested | 'name'>> & {
  readonly name: string;
} & { readonly [K in Nested]?: Partial<Personality[K]> };
