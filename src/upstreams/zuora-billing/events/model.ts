/** A rule that makes an event of changes of one kind of object. */
export interface EventTrigger {
  readonly id: string;
  readonly zuoraId: string;
  readonly active: boolean;
  readonly baseObject: string;
  readonly condition: string;
  readonly description: string | null;
  readonly eventType: EventType;
}

export interface EventType {
  readonly name: string;
  readonly displayName: string;
  readonly namespace: string | null;
  readonly description: string | null;
}
