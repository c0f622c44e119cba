/** An address that a part of the gateway serves beside GraphQL, for what does not fit into JSON: files. */
export interface GatewayRoute {
  readonly method: 'GET' | 'PUT';
  /** Below the gateway's address; `:name` stands for a segment. */
  readonly path: string;
  handle(request: RouteRequest): Promise<RouteReply>;
}

export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What is sent, as it arrives. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Fires when the client has gone. */
  readonly signal: AbortSignal;
}

export interface RouteReply {
  readonly status: number;
  readonly contentType: string;
  /** The name under which a browser saves it. */
  readonly fileName?: string;
  readonly body: string | AsyncIterable<string>;
}
