import { registerEnumType } from 'type-graphql';
import type { DocumentStatus } from '../../documents/model.js';

export const DocumentStatusEnum: Record<DocumentStatus, DocumentStatus> = {
  DRAFT: 'DRAFT',
  POSTED: 'POSTED',
  CANCELED: 'CANCELED',
  REVERSED: 'REVERSED',
  ERROR: 'ERROR',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(DocumentStatusEnum, {
  name: 'ZuoraDocumentStatus',
  description: 'State of an invoice or memo.',
  valuesConfig: {
    DRAFT: { description: 'Not posted: the customer does not owe it yet.' },
    POSTED: { description: 'In the books.' },
    CANCELED: { description: 'Withdrawn before it was posted.' },
    REVERSED: { description: 'Taken back by a document of the opposite kind.' },
    ERROR: { description: 'Could not be made.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});
