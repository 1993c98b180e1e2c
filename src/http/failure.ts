/** Problems with a certificate, by Node's codes (`tls.md`, "X509 certificate error codes"). */
const CERTIFICATE_WORDS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'it comes from an authority that this runner does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of its authority is missing',
  UNABLE_TO_GET_ISSUER_CERT: 'the certificate of its authority is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it comes from an authority that this runner does not know',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet; is the clock of this runner right?',
};

/** isOfTrust tells by Node's code whether a server was not trusted, or could not show who it is. */
export function isOfTrust(code: string): boolean {
  return /CERT|SELF_SIGNED|ISSUER|ERR_TLS|UNABLE_TO_VERIFY|ERR_SSL/.test(code);
}

/** isOfCertificate tells the same only for the certificate of a server, and not for its protocol. */
export function isOfCertificate(code: string): boolean {
  return isOfTrust(code) && !/^ERR_SSL/.test(code);
}

/**
 * inPlainWords turns an error of Node into one for people, with the same code. Node's advice on its options ("try
 * running Node.js with …") does not help users of an action.
 */
export function inPlainWords(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  const words = CERTIFICATE_WORDS[error.code ?? ''] ?? reasonOf(error.message) ?? withoutAdvice(error.message);
  if (words === error.message) return error;
  return Object.assign(new Error(words, { cause: error }), { code: error.code });
}

/** OpenSSL writes the cause between addresses and line numbers of its source. */
function reasonOf(text: string): string | undefined {
  return /:SSL routines:[^:]*:([^:]+):/.exec(text)?.[1];
}

function withoutAdvice(text: string): string {
  const at = text.search(/[;.] (?:if|try|consider)\b.*Node/i);
  return at < 0 ? text : text.slice(0, at);
}
