import { credentialsIn, maskForms, maskOf } from '../secrets.js';
import type { HttpRequest, HttpResponse } from './transport.js';

/**
 * The answer without the credentials that the request carried: systems and what stands before them repeat headers in
 * their errors, and from there they would go into answers, logs and the store.
 */
export function withoutCredentials(response: HttpResponse, request: HttpRequest): HttpResponse {
  const credentials = credentialsIn(request);
  const failed = response.status >= 400;
  if (!failed && !credentials.some((one) => one.length > 0 && response.text.includes(one))) return response;
  const known = maskOf(credentials)(response.text);
  // What succeeded is data, which only looks like a credential.
  return { ...response, text: failed ? maskForms(known) : known };
}
