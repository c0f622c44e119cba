import { type Problem, Refusal, refusal } from '../../kernel/refusal.js';
import type { Sealer } from '../../kernel/secrets/sealer.js';
import { type ConnectionKey, connectionKey, handleFrom, systemOf } from './key.js';
import type { ChargeKind, Connection, ConnectionCheck } from './model.js';
import type { ConnectionBook, ConnectionKinds, KeptConnection, OpenConnections } from './ports.js';

/** What somebody wants a connection to be. On a change, what is undefined stays as it is. */
export interface ConnectionWish {
  readonly name?: string;
  readonly endpoint?: string;
  /** By name; null takes a setting away. */
  readonly settings?: Readonly<Record<string, string | null>>;
  readonly chargeId?: string | null;
  readonly chargeKind?: ChargeKind | null;
}

export interface ConnectionDeskOptions {
  readonly book: ConnectionBook;
  readonly kinds: ConnectionKinds;
  readonly open: OpenConnections;
  readonly sealer: Sealer;
  /** The names of what works through a connection and would come to a halt without it. */
  readonly usersOf: (key: ConnectionKey) => Promise<readonly string[]>;
  readonly now: () => number;
  /** Whether everybody may come in because there is nothing but sandboxes: then no tenant is let in besides. */
  readonly forSandboxesOnly: boolean;
}

const LONGEST_NAME = 100;

/** Makes, changes, tests and ends connections. Secrets go in here, under a seal, and never come out. */
export class ConnectionDesk {
  readonly #options: ConnectionDeskOptions;

  constructor(options: ConnectionDeskOptions) {
    this.#options = options;
  }

  get kinds(): ConnectionKinds {
    return this.#options.kinds;
  }

  /** Those of the environment first. */
  async list(): Promise<readonly Connection[]> {
    const { book, open } = this.#options;
    const [kept, checks] = await Promise.all([book.list(), book.checks()]);
    const builtIn = open.builtIn().map((one) => ({
      ...one,
      system: systemOf(one.key),
      builtIn: true,
      check: checks.get(one.key) ?? null,
      createdAt: null,
    }));
    return [...builtIn, ...kept.map((one) => shown(one, checks.get(one.key) ?? null))];
  }

  async read(key: ConnectionKey): Promise<Connection | null> {
    return (await this.list()).find((one) => one.key === key) ?? null;
  }

  /** @throws Refusal */
  async create(system: string, wish: ConnectionWish): Promise<Connection> {
    this.#requireKeys();
    const name = nameOf(wish.name);
    const key = connectionKey(system, handleFrom(name));
    const { settings, secrets } = this.#sorted(system, wish.settings ?? {}, {}, {});
    const connection = this.#kept(
      { key, name, endpoint: wish.endpoint ?? '', version: 1, createdAt: this.#options.now(), ...charge(wish, null) },
      settings,
      secrets,
    );
    if (!(await this.#options.book.add(connection))) {
      const message = `A connection of this system is or was called ${key}: take another name.`;
      throw refusal('CONFLICT', message, ['input', 'name']);
    }
    await this.#options.open.refresh();
    return shown(connection, null);
  }

  /** @throws Refusal */
  async update(key: ConnectionKey, wish: ConnectionWish): Promise<Connection> {
    this.#requireKeys();
    const before = await this.#changeable(key);
    const moved = wish.endpoint !== undefined && wish.endpoint !== before.endpoint;
    // Whoever may point a connection elsewhere must not get its secrets sent there.
    const held = moved ? {} : this.#secretsOf(before);
    const { settings, secrets } = this.#sorted(systemOf(key), wish.settings ?? {}, before.settings, held);
    const connection = this.#kept(
      {
        ...before,
        name: wish.name === undefined ? before.name : nameOf(wish.name),
        endpoint: wish.endpoint ?? before.endpoint,
        version: before.version + 1,
        ...charge(wish, before),
      },
      settings,
      secrets,
    );
    if (!(await this.#options.book.replace(connection))) {
      throw refusal('CONFLICT', 'Somebody else changed the connection at the same moment: look at it and try again.');
    }
    await this.#options.open.refresh();
    return shown(connection, null);
  }

  /** @throws Refusal */
  async delete(key: ConnectionKey): Promise<Connection> {
    const before = await this.#changeable(key);
    const users = await this.#options.usersOf(key);
    if (users.length > 0) {
      throw refusal('CONFLICT', `Flows use this connection: ${users.join(', ')}. Delete them first.`, ['id']);
    }
    if (!(await this.#options.book.remove(key, this.#options.now()))) throw unknownConnection();
    await this.#options.open.refresh();
    return shown(before, null);
  }

  /** @throws Refusal */
  async test(key: ConnectionKey, signal: AbortSignal): Promise<Connection> {
    const { open, book, now } = this.#options;
    await open.refresh();
    const findings = await open.examine(key, signal);
    if (findings === null) throw unknownConnection();
    const ok = findings.every(({ state }) => state !== 'PROBLEM');
    await book.noteCheck(key, { ok, findings, at: now() });
    const found = await this.read(key);
    if (!found) throw unknownConnection();
    return found;
  }

  #kept(
    rest: Omit<KeptConnection, 'settings' | 'secretNames' | 'sealed'>,
    settings: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string>>,
  ): KeptConnection {
    const { kinds, sealer } = this.#options;
    const system = systemOf(rest.key);
    const problems = kinds.problems(system, rest.endpoint, { ...settings, ...secrets });
    if (problems.length > 0) {
      throw new Refusal(
        problems.map(({ about, message }): Problem => {
          const field = about === 'endpoint' ? ['input', 'endpoint'] : ['input', 'settings', ...(about ? [about] : [])];
          return { code: 'INVALID', message, field };
        }),
      );
    }
    const sealed = sealer.seal(JSON.stringify(secrets), rest.key);
    return { ...rest, settings, secretNames: Object.keys(secrets).sort(), sealed };
  }

  #secretsOf({ key, sealed }: KeptConnection): Record<string, string> {
    return JSON.parse(this.#options.sealer.open(sealed, key)) as Record<string, string>;
  }

  #sorted(
    system: string,
    wished: Readonly<Record<string, string | null>>,
    settingsBefore: Readonly<Record<string, string>>,
    secretsBefore: Readonly<Record<string, string>>,
  ) {
    const kind = this.#options.kinds.of(system);
    if (!kind) throw refusal('INVALID', `There is no system ${system}.`, ['input', 'system']);
    const settings = { ...settingsBefore };
    const secrets = { ...secretsBefore };
    const problems: Problem[] = [];
    for (const [name, value] of Object.entries(wished)) {
      const known = kind.settings.find((one) => one.name === name);
      if (!known) {
        const message = `${kind.title} has no setting ${name}; there are ${kind.settings.map((one) => one.name).join(', ')}.`;
        problems.push({ code: 'INVALID', message, field: ['input', 'settings', name] });
        continue;
      }
      const place = known.secret ? secrets : settings;
      if (value === null || value === '') delete place[name];
      else place[name] = value;
    }
    if (problems.length > 0) throw new Refusal(problems);
    return { settings, secrets };
  }

  async #changeable(key: ConnectionKey): Promise<KeptConnection> {
    const { book, open } = this.#options;
    if (open.builtIn().some((one) => one.key === key)) {
      throw refusal('UNSUPPORTED', 'This connection is configured by the environment: change it there.', ['id']);
    }
    const kept = await book.read(key);
    if (!kept) throw unknownConnection();
    return kept;
  }

  #requireKeys(): void {
    if (this.#options.forSandboxesOnly) {
      const message =
        'This gateway asks nobody for a key, for it has sandboxes alone. Set ACCESS=KEYS before it gets a tenant.';
      throw refusal('UNSUPPORTED', message);
    }
    if (this.#options.sealer.ready) return;
    throw refusal('UNSUPPORTED', 'Set CONNECTION_KEYS first: secrets are kept under a key from the environment alone.');
  }
}

const unknownConnection = () => refusal('NOT_FOUND', 'There is no such connection.', ['id']);

function nameOf(name = ''): string {
  const trimmed = name.trim();
  if (trimmed.length > LONGEST_NAME || handleFrom(trimmed) === '') {
    const message = `A name has 1 to ${LONGEST_NAME} characters, letters or digits among them.`;
    throw refusal('INVALID', message, ['input', 'name']);
  }
  return trimmed;
}

function charge(wish: ConnectionWish, before: KeptConnection | null) {
  const chargeId = wish.chargeId === undefined ? (before?.chargeId ?? null) : wish.chargeId || null;
  const chargeKind = wish.chargeKind === undefined ? (before?.chargeKind ?? null) : wish.chargeKind;
  if (chargeId !== null && chargeKind === null) {
    throw refusal('INVALID', 'Say what the charge id is the id of.', ['input', 'chargeKind']);
  }
  return { chargeId, chargeKind };
}

function shown({ sealed: _, version: __, ...kept }: KeptConnection, check: ConnectionCheck | null): Connection {
  return { ...kept, system: systemOf(kept.key), builtIn: false, check };
}
