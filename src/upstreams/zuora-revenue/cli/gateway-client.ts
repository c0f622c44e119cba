import { z } from 'zod';

/** The gateway cannot be reached, or does not do what it is asked; the message is for people. */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure';
}

const Answer = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string() })).optional(),
});

/** Asks a running gateway. */
export class GatewayClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor({ gateway, key }: { gateway: string; key?: string | undefined }) {
    this.#url = gateway.replace(/\/+$/, '');
    this.#headers = key ? { authorization: `Bearer ${key}` } : {};
  }

  async ask<T>(query: string, variables: object, shape: z.ZodType<T>): Promise<T> {
    const response = await this.fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers },
      body: JSON.stringify({ query, variables }),
    });
    const answer = Answer.safeParse(await response.json().catch(() => null)).data;
    if (answer?.errors?.length) throw new GatewayFailure(answer.errors.map(({ message }) => message).join('; '));
    const parsed = shape.safeParse(answer?.data);
    if (!parsed.success)
      throw new GatewayFailure(`${this.#url} answered with HTTP ${response.status}: is it a gateway?`);
    return parsed.data;
  }

  /** @throws GatewayFailure instead of whatever the wire says */
  async fetch(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, init);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new GatewayFailure(`${new URL(url).origin} cannot be reached: ${said}. Is the gateway running?`);
    }
  }
}
