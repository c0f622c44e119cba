import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../../kernel/clock.js';
import { StoreUnavailable } from '../../kernel/errors.js';
import { durableOrigin } from '../../kernel/tracing/durable-trace.js';
import type { DurableTask, TaskStarter } from '../../kernel/writing/durable-task.js';
import type { Store } from '../../store/open-store.js';
import { type Deferred, deferred } from '../deferred.js';
import { defineWorkflow, type WorkflowRun } from '../define-workflow.js';
import type { Engine } from '../engine.js';

export interface TasksOptions {
  readonly engine: Engine;
  /** The task of a kind of a system; undefined if there is none, or none yet. */
  readonly find: (system: string, kind: string) => DurableTask | undefined;
  /** Looks whether systems were added elsewhere. */
  readonly refresh: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

interface Subject {
  readonly system: string;
  readonly kind: string;
  readonly id: string;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Takes a thing on, a step at a time, until its task says that there is nothing left to do. */
const taskRun = defineWorkflow<TasksOptions>('task', nameOf, async (options, subject, run) => {
  const { system, kind, id } = JSON.parse(subject) as Subject;
  if (!options.find(system, kind)) await options.refresh().catch(() => {});
  const task = options.find(system, kind);
  let more = true;
  while (more) more = await run.step('advance', (signal) => advance(options, task, { system, kind, id }, run, signal));
});

function nameOf(subject: string) {
  const { system, kind, id } = JSON.parse(subject) as Subject;
  const attributes = { 'billgraph.task.system': system, 'billgraph.task.kind': kind, 'billgraph.task.id': id };
  return { name: `run ${kind}`, attributes };
}

/** A failure of ours or of the database is no end of the work: it waits, and begins by looking again. */
async function advance(
  { clock, logger }: TasksOptions,
  task: DurableTask | undefined,
  subject: Subject,
  { id, traced }: WorkflowRun,
  signal: AbortSignal,
): Promise<boolean> {
  if (!task) {
    logger.error(subject, 'a task belongs to a system that is switched off, or to another version');
    return false;
  }
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await traced(`advance ${task.kind}`, () => task.advance(subject.id, signal, runOf(id)));
    } catch (error) {
      signal.throwIfAborted();
      logger.warn({ ...subject, err: error }, 'a task will try again');
      if (error instanceof StoreUnavailable) wait = FIRST_WAIT_MS;
      await clock.wait(wait, signal);
    }
  }
}

/** What it was started with is the end of its id. */
const runOf = (workflowId: string) => Number(workflowId.slice(workflowId.lastIndexOf(':') + 1));

/** What the ids of all workflows begin with that carry out the tasks of a kind; the thing's id and the run follow. */
export const taskWorkflows = (system: string, kind: string) => `task:${system}:${kind}:`;

/** Starts tasks as soon as there is an engine to run them; connections are made before. */
export class Tasks {
  // A step of a task may start another one, which the library refuses where it knows that it is in a step.
  readonly #outside = AsyncLocalStorage.snapshot();
  readonly #attached: Deferred<{ workflow: ReturnType<(typeof taskRun)['attach']>; db: Store['db'] }> = deferred();

  attach(options: TasksOptions): void {
    this.#attached.resolve({ workflow: taskRun.attach(options.engine, options), db: options.engine.store.db });
  }

  /** What a system's connection starts its tasks with. */
  of(system: string): TaskStarter {
    const start: TaskStarter['start'] = async (kind, id, run) => {
      const origin = durableOrigin(systemClock.now());
      const { workflow } = await this.#attached.promise;
      const subject: Subject = { system, kind, id };
      await this.#outside(() =>
        workflow.start(`${taskWorkflows(system, kind)}${id}:${run}`, JSON.stringify(subject), origin),
      );
    };
    return {
      start,
      startMissing: async (kind, things) => {
        const { db } = await this.#attached.promise;
        const workflows = new Map(
          things.map((thing) => [`${taskWorkflows(system, kind)}${thing.id}:${thing.runs}`, thing]),
        );
        const { rows } = await sql<{ id: string }>`
          select workflow_uuid as id from dbos.workflow_status where workflow_uuid = any(${[...workflows.keys()]})`.execute(
          db,
        );
        for (const { id } of rows) workflows.delete(id);
        for (const { id, runs } of workflows.values()) await start(kind, id, runs);
        return workflows.size;
      },
    };
  }
}
