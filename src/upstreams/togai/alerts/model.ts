type Details = Readonly<Record<string, unknown>> | null;

export interface TogaiAlertTemplate {
  readonly togaiId: string;
  readonly name: string | null;
  readonly description: string | null;
  /** Minutes. */
  readonly interval: number | null;
  readonly entityType: string | null;
  readonly ownerType: string | null;
  /** JSON Schemas as text, as Togai has them. */
  readonly entitySchema: string | null;
  readonly ownerSchema: string | null;
  readonly parametersSchema: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export interface TogaiAlert {
  readonly togaiId: string;
  readonly version: number | null;
  readonly description: string | null;
  /** As Togai writes it. */
  readonly status: string;
  readonly templateId: string | null;
  /** Minutes. */
  readonly interval: number | null;
  readonly validity: number | null;
  readonly entityDetails: Details;
  readonly ownerDetails: Details;
  readonly parameters: Details;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

export interface TogaiIncident {
  readonly togaiId: string;
  readonly alertId: string | null;
  readonly alertVersion: number | null;
  /** As Togai writes it. */
  readonly status: string;
  readonly reportData: Details;
  readonly validUntil: string | null;
  readonly lastCheckedAt: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}
