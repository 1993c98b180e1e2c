/** Longest text that is parsed, in characters. */
const LONGEST = 32 * 1024;
const JWT = /^[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*$/;

/** Claims of a token of any kind. Nobody has verified its signature: they are only what the token says about itself. */
export type Claims = Readonly<Record<string, unknown>>;

/** claimsOf reads the claims of a JSON web token (RFC 7519); undefined for anything else. */
export function claimsOf(text: string): Claims | undefined {
  const [, payload] = text.length <= LONGEST ? (JWT.exec(text) ?? []) : [];
  return payload === undefined ? undefined : recordOf(Buffer.from(payload, 'base64url').toString());
}

/** recordOf reads a JSON object; undefined for anything else. */
export function recordOf(text: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

/** timeOf reads a claim that is a time (`exp`, `iat`), in milliseconds since 1970. */
export function timeOf(claim: unknown): number | undefined {
  return typeof claim === 'number' && claim > 0 && claim < 1e11 ? claim * 1000 : undefined;
}
