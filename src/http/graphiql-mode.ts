/** What `GET /graphiql/mode.json` answers: whether an answer in the console is sample data or a tenant's. */
export interface ConsoleMode {
  /** Whether callers need an API key or a token. */
  readonly keyNeeded: boolean;
  /** Every billing system that is switched on, in the order of the registry. */
  readonly systems: readonly { readonly name: string; readonly mode: 'SANDBOX' | 'TENANT' }[];
}

interface Switched {
  readonly upstream: { readonly title: string };
  readonly sandbox: boolean;
}

export function consoleModeOf(systems: readonly Switched[], open: boolean): ConsoleMode {
  const modes = systems.map(({ upstream: { title }, sandbox }) => {
    return { name: title, mode: sandbox ? ('SANDBOX' as const) : ('TENANT' as const) };
  });
  return { keyNeeded: !open, systems: modes };
}
