const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Writes instants as a tenant in `timeZone` shows them: whole seconds and the offset of that day. */
export class TenantTime {
  readonly #offsets = new Map<number, number>();
  readonly #zone: Intl.DateTimeFormat;

  /** @throws RangeError if the zone is unknown */
  constructor(timeZone: string) {
    this.#zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  format(ms: number): string {
    const offset = this.#offsetMinutes(ms);
    const sign = offset < 0 ? '-' : '+';
    const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
    const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
    return `${new Date(ms + offset * MINUTE_MS).toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
  }

  #offsetMinutes(ms: number): number {
    // Offsets change on the hour, and asking Intl each time would be most of the work of making a record.
    const hour = Math.floor(ms / HOUR_MS);
    const known = this.#offsets.get(hour);
    if (known !== undefined) return known;
    const name = this.#zone.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    this.#offsets.set(hour, offset);
    return offset;
  }
}
