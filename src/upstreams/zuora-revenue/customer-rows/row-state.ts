import type { PartState } from '../../../domain/uploads/model.js';
import type { FoundRow } from './find-rows.js';

export type RowState = 'WAITING' | 'STAGING' | 'STAGED' | 'STAGE_ERROR' | 'COLLECTED' | 'REFUSED' | 'UNCERTAIN';

const OF_PART: Readonly<Record<Exclude<PartState, 'DONE'>, RowState>> = {
  READY: 'WAITING',
  SENDING: 'WAITING',
  SENT: 'STAGING',
  LOST: 'UNCERTAIN',
  UNCERTAIN: 'UNCERTAIN',
  FAILED: 'REFUSED',
};

/** How far a row has come: with its part until that is loaded, then by itself. */
export function stateOf({ upload, part, errors }: FoundRow): RowState {
  if (part.state !== 'DONE') return OF_PART[part.state];
  if (errors.length > 0) return 'STAGE_ERROR';
  if (upload.state === 'COLLECTED') return 'COLLECTED';
  // Errors of single rows are asked for once all parts have come to their end.
  return upload.state === 'UPLOADING' ? 'STAGING' : 'STAGED';
}

/** What there is to say of it: its own errors, else why its part is where it is. */
export function messageOf({ part, errors }: FoundRow): string | null {
  if (errors.length > 0) return errors.map(({ message }) => message).join('; ');
  return part.state === 'DONE' ? null : part.message;
}
