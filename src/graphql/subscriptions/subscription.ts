import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import { callsOfRequest, inRequestScope } from '../../kernel/request-scope.js';
import { inSpan, openSpan, type Span, withSpan } from '../../kernel/tracing/spans.js';
import { type ContextServices, createContext } from '../context.js';
import type { SharedAnswers } from '../execution/shared-answers.js';
import { type FinishedOperation, hashOf } from '../observe/operations.plugin.js';
import { gatewaySchema } from '../schema.js';
import type { Answers, Asking, SentOperation } from './operation.js';

export interface SubscriptionOptions {
  readonly sent: SentOperation;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly cost: number;
  readonly asking: Asking;
  readonly services: ContextServices;
  readonly format: (error: unknown, code?: string) => GraphQLFormattedError;
  readonly answers: Pick<SharedAnswers<unknown>, 'cut'>;
  readonly now: () => number;
  readonly onOperation: (operation: FinishedOperation) => void;
  /** Called once, however it ends. */
  readonly onEnd: () => void;
}

/** Opens a subscription that was found good: its answers, or why there are none. */
export async function openSubscription(options: SubscriptionOptions): Promise<FormattedExecutionResult | Answers> {
  const { sent, document, asking, services, format } = options;
  const { requestId: id, caller } = asking;
  const ended = new AbortController();
  const gone = AbortSignal.any([ended.signal, asking.gone]);
  const story = new Story(options);
  const args = {
    schema: gatewaySchema(),
    document,
    operationName: sent.operationName ?? null,
    variableValues: sent.variables ?? {},
  };
  const finish = () => {
    ended.abort();
    story.end();
  };
  const told = (errors: readonly unknown[]) => {
    const answer = { errors: errors.map((error) => format(error, codeOf(error))) };
    story.note(answer, 0);
    finish();
    return answer;
  };

  let source: AsyncIterable<unknown> | ExecutionResult;
  try {
    const contextValue = createContext(services, { id, caller, gone, lasting: true });
    source = await story.part('subscribe', async () => createSourceEventStream({ ...args, contextValue }));
  } catch (error) {
    return told([error]);
  }
  if (!(Symbol.asyncIterator in source)) return told(source.errors ?? []);
  const payloads = source;

  /** Each answer is one request of its own: nothing that was read for the last one is used again. */
  const answerTo = (rootValue: unknown) =>
    story.part('answer', async () => {
      const contextValue = createContext(services, { id, caller, gone });
      try {
        const { errors, ...result } = await execute({ ...args, rootValue, contextValue });
        const answer = { ...result, ...(errors && { errors: errors.map((error) => format(error)) }) };
        story.note(answer, callsOfRequest());
        return answer;
      } finally {
        contextValue.finish();
      }
    });

  async function* answers(): Answers {
    try {
      for await (const payload of payloads) {
        // Whoever hears of it and asks sees it.
        options.answers.cut();
        yield await answerTo(payload);
      }
    } catch (error) {
      if (gone.aborted) return;
      yield inRequestScope({ requestId: id }, () => told([error]));
    } finally {
      finish();
    }
  }
  const stream = answers();
  const end = stream.return.bind(stream);
  // A generator that waits for its next value would not hear that nobody wants it any more.
  stream.return = async (value) => {
    finish();
    return await end(value);
  };
  return stream;
}

/** What is logged of a subscription when it is over. */
class Story {
  readonly #options: SubscriptionOptions;
  readonly #startedAt: number;
  readonly #codes = new Set<string>();
  #events = 0;
  #calls = 0;
  #withData = false;
  #ended = false;
  readonly #span: Span | null;

  constructor(options: SubscriptionOptions) {
    this.#options = options;
    this.#startedAt = options.now();
    this.#span = openSpan('subscription', { kind: 'SERVER', parent: options.asking.trace });
  }

  /** Does a part of it in the scope of its request. */
  part<T>(name: string, work: () => Promise<T>): Promise<T> {
    const { requestId } = this.#options.asking;
    return inRequestScope({ requestId }, () => inSpan(name, { parent: this.#span ?? undefined }, work));
  }

  note({ data, errors = [] }: FormattedExecutionResult, calls: number): void {
    this.#events += 1;
    this.#calls += calls;
    if (data) this.#withData = true;
    for (const { extensions } of errors) this.#codes.add(String(extensions?.code ?? 'UNKNOWN'));
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    const { sent, operation, cost, asking, now, onOperation, onEnd } = this.#options;
    onEnd();
    const finished: FinishedOperation = {
      name: operation.name?.value ?? null,
      kind: 'subscription',
      hash: hashOf(sent.query),
      caller: asking.caller.id,
      requestId: asking.requestId,
      durationMs: now() - this.#startedAt,
      outcome: this.#codes.size === 0 ? 'ok' : this.#withData ? 'partial' : 'failed',
      errorCodes: [...this.#codes],
      cost,
      upstreamCalls: this.#calls,
      events: this.#events,
    };
    withSpan(this.#span, () => onOperation(finished));
    this.#span?.end();
  }
}

/** Of an error that no resolver caused: the variables are not what the operation says. */
function codeOf(error: unknown): string | undefined {
  const ofVariables = error instanceof GraphQLError && error.path === undefined && error.originalError === undefined;
  return ofVariables ? 'BAD_USER_INPUT' : undefined;
}
