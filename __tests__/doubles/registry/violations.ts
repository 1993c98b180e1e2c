import type { RecordedRequest } from './exchange.ts';

/**
 * Something a client sent that the specification does not allow, or a credential nobody had asked for.
 * No request is named where the bytes could not even be read as one.
 */
export type Violation = { readonly rule: string; readonly message: string; readonly request?: RecordedRequest };

export function describeViolations(violations: readonly Violation[]): string {
  return violations
    .map(
      ({ rule, message, request }) =>
        `${request?.method ?? ''} ${request?.target ?? 'a connection'}: ${rule}: ${message}`,
    )
    .join('\n');
}
