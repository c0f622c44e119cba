import type { FastifyRequest } from 'fastify';
import type { TrustedDocuments } from '../graphql/documents/trusted-documents.js';
import { LimitExceeded } from '../kernel/errors.js';
import { refuseDeep } from './limits/levels.js';

export interface DocumentOptions {
  readonly documents: TrustedDocuments;
  /** Whether nothing else is carried out. */
  readonly only: boolean;
}

interface Sent {
  query?: unknown;
  variables?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

/**
 * Puts the text of a registered operation in the place of its hash (`documentId`, or Apollo's `persistedQuery`).
 * @throws LimitExceeded for an operation that is not registered, where only those may be sent, and for one that is nested too deep.
 */
export function resolveDocument(request: FastifyRequest, options: DocumentOptions): void {
  const sent = (request.method === 'GET' ? request.query : request.body) as Sent | undefined;
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return;
  if (resolveSent(sent, options) && request.method === 'GET') inAddress(request, sent as Record<string, string>);
}

/** The same for what was sent in another way than by HTTP; whether it was put in the place of a hash. @throws LimitExceeded */
export function resolveSent(sent: Sent, { documents, only }: DocumentOptions): boolean {
  refuseDeep(sent);
  const hash = hashIn(sent);
  const text = hash === null ? null : documents.text(hash);
  if (text !== null) {
    sent.query = text;
    delete sent.documentId;
    delete sent.extensions;
    return true;
  }
  if (only && !(typeof sent.query === 'string' && documents.has(sent.query))) {
    throw new LimitExceeded(
      'documents',
      documents.size,
      'Only registered operations may be sent here, and this is none.',
    );
  }
  return false;
}

/** Of a GET the operation is read from the address once more. */
function inAddress({ raw }: FastifyRequest, parameters: Record<string, string>): void {
  const [path] = (raw.url ?? '').split('?');
  raw.url = `${path}?${new URLSearchParams(parameters)}`;
}

function hashIn({ documentId, extensions }: Sent): string | null {
  if (typeof documentId === 'string') return documentId;
  const more = typeof extensions === 'string' ? parsed(extensions) : extensions;
  const hash = (more as { persistedQuery?: { sha256Hash?: unknown } } | null)?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
