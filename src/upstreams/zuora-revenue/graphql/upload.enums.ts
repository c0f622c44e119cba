import { registerEnumType } from 'type-graphql';
import type { PartState } from '../../../domain/uploads/model.js';
import type { StageErrorKind, UploadStatus } from '../uploads/desk.js';

export const UploadStatusEnum: Record<UploadStatus, UploadStatus> = {
  WAITING_FOR_FILE: 'WAITING_FOR_FILE',
  VALIDATING: 'VALIDATING',
  UPLOADING: 'UPLOADING',
  STAGED: 'STAGED',
  STAGED_WITH_ERRORS: 'STAGED_WITH_ERRORS',
  COLLECTING: 'COLLECTING',
  COLLECTED: 'COLLECTED',
  FAILED: 'FAILED',
};
registerEnumType(UploadStatusEnum, {
  name: 'RevenueUploadStatus',
  description: 'How far an upload has come.',
  valuesConfig: {
    WAITING_FOR_FILE: { description: 'The file is to be sent to `putUrl`.' },
    VALIDATING: { description: 'The file is being received and checked; nothing has been sent.' },
    UPLOADING: { description: 'Its parts are on their way to staging.' },
    STAGED: { description: 'All of its rows are in staging. Nothing is recognised yet.' },
    STAGED_WITH_ERRORS: { description: 'Its rows are in staging but for those in `stageErrors`.' },
    COLLECTING: { description: 'Data collection is under way.' },
    COLLECTED: { description: 'Data collection has ended. Rows in `stageErrors` were not taken.' },
    FAILED: { description: '`failure` says why, and `parts` what arrived nevertheless.' },
  },
});

export const PartStateEnum: Record<PartState, PartState> = {
  READY: 'READY',
  SENDING: 'SENDING',
  LOST: 'LOST',
  SENT: 'SENT',
  DONE: 'DONE',
  FAILED: 'FAILED',
  UNCERTAIN: 'UNCERTAIN',
};
registerEnumType(PartStateEnum, {
  name: 'RevenueUploadPartStatus',
  description: 'How far a part has come.',
  valuesConfig: {
    READY: { description: 'It waits for its turn: two are under way at a time.' },
    SENDING: { description: 'It is being sent.' },
    LOST: { description: 'Its answer was lost; the gateway is finding out whether it arrived.' },
    SENT: { description: 'Zuora Revenue has it and loads it.' },
    DONE: { description: 'Its rows are in staging, but for those with stage errors.' },
    FAILED: { description: 'It was refused as a whole: none of its rows is in staging.' },
    UNCERTAIN: { description: 'Nobody but a person can find out whether it arrived: see `message`.' },
  },
});

export const StageErrorTypeEnum: Record<StageErrorKind, StageErrorKind> = {
  TRANSACTION: 'TRANSACTION',
  EVENT: 'EVENT',
};
registerEnumType(StageErrorTypeEnum, {
  name: 'RevenueStageErrorType',
  description: 'What the rows of an upload are.',
  valuesConfig: {
    TRANSACTION: { description: 'Orders, invoices and credit memos.' },
    EVENT: { description: 'Events that release or change revenue.' },
  },
});
