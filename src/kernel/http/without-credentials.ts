import type { KnownSecrets } from '../secrets/known-secrets.js';
import { credentialsIn, type Mask, maskForms, maskOf } from '../secrets.js';
import type { HttpRequest, HttpResponse } from './transport.js';

/**
 * The answer without the credentials that the request carried, and without those of other connections: systems and what
 * stands before them repeat headers in their errors, and some of them are told of one another. From an answer they would go
 * into answers of ours, traces and the store.
 */
export function withoutCredentials(response: HttpResponse, request: HttpRequest, known: KnownSecrets): HttpResponse {
  const { status, text } = response;
  const credentials = credentialsIn(request);
  const repeats = credentials.some((one) => one.length > 0 && text.includes(one));
  // What succeeded is data, which may only look like a credential.
  const masked =
    status >= 400
      ? maskForms(known.mask(maskOf(credentials)(text)))
      : known.maskData(repeats ? maskOf(credentials)(text) : text);
  return masked === text ? response : { ...response, text: masked };
}

/** The same for an answer that succeeds and is read as it arrives: takes them out of a part of it that holds its values whole. */
export function maskOfParts(request: HttpRequest, known: KnownSecrets): Mask {
  const own = maskOf(credentialsIn(request));
  return (text) => known.maskData(own(text));
}
