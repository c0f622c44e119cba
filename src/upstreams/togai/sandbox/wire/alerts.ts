/** https://docs.togai.com/api-reference/alerts */
export interface AlertTemplateDocument {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Minutes. */
  readonly interval: number;
  readonly entityType: string;
  readonly ownerType: string;
  readonly parametersSchema: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

export interface AlertDocument {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly alertTemplateId: string;
  /** Minutes, like `validity`. */
  readonly interval: number;
  readonly validity?: number;
  readonly description?: string;
  readonly entityDetails?: object;
  readonly ownerDetails?: object;
  readonly parameters?: object;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

export interface IncidentDocument {
  readonly id: string;
  readonly alertId: string;
  readonly alertVersion: number;
  readonly alertTemplateId: string;
  readonly status: string;
  readonly reportData: object;
  readonly createdAt: string;
  readonly updatedAt?: string;
}
