import type { AuditEntryTable, AuditOutcomeTable } from './tables/audit.js';
import type { ApiKeyTable, ConnectionCheckTable, ConnectionTable, WebhookDeliveryTable } from './tables/connections.js';
import type {
  CustomerChangeTable,
  CustomerExternalIdTable,
  CustomerRecordTable,
  CustomerRedirectTable,
  CustomerReferenceTable,
  CustomerTable,
  DiscoveryTable,
  IdentityConflictTable,
  IdentityEventTable,
} from './tables/customers.js';
import type { EventBookmarkTable, FlowTable } from './tables/flows.js';
import type { DriftTable, SyncRunTable } from './tables/syncs.js';
import type {
  UploadChunkTable,
  UploadNumberTable,
  UploadPartTable,
  UploadRowErrorTable,
  UploadTable,
} from './tables/uploads.js';
import type { KeptDocumentTable, WorkerHeartbeatTable, WriteIntentTable } from './tables/work.js';

export interface Database {
  customer: CustomerTable;
  customer_record: CustomerRecordTable;
  customer_external_id: CustomerExternalIdTable;
  customer_reference: CustomerReferenceTable;
  customer_redirect: CustomerRedirectTable;
  customer_change: CustomerChangeTable;
  identity_conflict: IdentityConflictTable;
  identity_event: IdentityEventTable;
  discovery: DiscoveryTable;
  worker_heartbeat: WorkerHeartbeatTable;
  write_intent: WriteIntentTable;
  kept_document: KeptDocumentTable;
  upload: UploadTable;
  upload_part: UploadPartTable;
  upload_chunk: UploadChunkTable;
  upload_number: UploadNumberTable;
  upload_row_error: UploadRowErrorTable;
  api_key: ApiKeyTable;
  sync_run: SyncRunTable;
  drift: DriftTable;
  audit_entry: AuditEntryTable;
  audit_outcome: AuditOutcomeTable;
  connection: ConnectionTable;
  connection_check: ConnectionCheckTable;
  webhook_delivery: WebhookDeliveryTable;
  flow: FlowTable;
  event_bookmark: EventBookmarkTable;
}
