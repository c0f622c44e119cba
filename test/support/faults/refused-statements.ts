import pg from 'pg';

export interface RefusedStatements {
  /** How many were refused so far. */
  readonly count: number;
  /** From now on they are carried out again. */
  end(): void;
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Refuses so many statements of this process that look so, as a server without memory does; the embedded database, too. */
export function refuseStatements(looks: RegExp, times = 1): RefusedStatements {
  const driver = pg.Client.prototype as unknown as { query: Query };
  const { query } = driver;
  let count = 0;
  driver.query = function refusing(...args) {
    const [statement] = args as [string | { readonly text?: string }];
    const text = typeof statement === 'string' ? statement : statement.text;
    if (text === undefined || count >= times || !looks.test(text)) return query.apply(this, args);
    count += 1;
    const error = Object.assign(new Error('out of memory'), { code: '53200', severity: 'ERROR' });
    const callback = args.at(-1);
    if (typeof callback !== 'function') return Promise.reject(error);
    process.nextTick(callback, error);
  };
  return {
    get count() {
      return count;
    },
    end: () => {
      driver.query = query;
    },
  };
}
