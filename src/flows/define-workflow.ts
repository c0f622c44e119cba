import { DBOS } from '@dbos-inc/dbos-sdk';
import { systemClock } from '../kernel/clock.js';
import { type DurableOrigin, DurableTrace, durableOrigin } from '../kernel/tracing/durable-trace.js';
import type { Attributes, Span } from '../kernel/tracing/spans.js';
import { type Deferred, deferred } from './deferred.js';
import type { Engine } from './engine.js';

/** What a workflow's body gets: durable steps, and nothing else that may differ when it is run again. */
export interface WorkflowRun {
  readonly id: string;
  /**
   * Runs `work` once and keeps its result: when the workflow is carried on after a crash, a step that ended is not run
   * again. A step that throws ends the workflow. `signal` fires when the workflow is cancelled or the engine stops.
   */
  step<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Runs what is to be seen in the workflow's trace. */
  traced<T>(name: string, work: (span: Span | null) => Promise<T>): Promise<T>;
}

export interface DurableWorkflow<Deps> {
  /** Gives the workflow what it works with on this engine; workflows left from before wait for it. */
  attach(engine: Engine, deps: Deps): AttachedWorkflow;
}

interface AttachedWorkflow {
  /** Starts it under an id that is its idempotency key. `origin`: for its trace, where it is not being asked for here and now. */
  start(id: string, subject: string, origin?: DurableOrigin): Promise<void>;
  /** Cancels it wherever it runs, and waits for its end where that is here, up to 5 s. */
  cancel(id: string): Promise<void>;
  /** Deletes what is kept of workflows that ended. */
  forget(ids: readonly string[]): Promise<void>;
}

const PATIENCE_MS = 5_000;

/**
 * Registers a workflow under a name that is stored with its runs. Once a process, at module level: the library refuses
 * registrations later on. `subject` is what a run is about; it is stored too. `about` says what its trace is called.
 */
export function defineWorkflow<Deps>(
  name: string,
  about: (subject: string) => { readonly name: string; readonly attributes: Attributes },
  body: (deps: Deps, subject: string, run: WorkflowRun) => Promise<void>,
): DurableWorkflow<Deps> {
  // By engine: work that an engine had picked up when it stopped must not go on under the next one.
  const attachments = new Map<string, Deferred<{ engine: Engine; deps: Deps }>>();
  const attachmentTo = (executorId: string) => {
    const found = attachments.get(executorId) ?? deferred();
    attachments.set(executorId, found);
    return found;
  };
  const local = new Map<string, { abort: AbortController; done: Promise<void> }>();

  const registered = DBOS.registerWorkflow(
    async (subject: string, origin?: DurableOrigin): Promise<void> => {
      const { engine, deps } = await attachmentTo(DBOS.executorID).promise;
      const id = DBOS.workflowID ?? '';
      const abort = new AbortController();
      // What is parked never settles, so the engine waits for this instead.
      const rest = deferred<void>();
      const trace = new DurableTrace(id, about(subject), origin ?? { at: systemClock.now(), askedBy: null });
      const traced: WorkflowRun['traced'] = (partName, work) => trace.part(partName, work);
      local.set(id, { abort, done: rest.promise });
      void engine.track(rest.promise);
      const park = async (): Promise<never> => {
        rest.resolve();
        return await new Promise<never>(() => {});
      };
      const step: WorkflowRun['step'] = async (stepName, work) => {
        if (engine.stopping.aborted) return await park();
        return await DBOS.runStep(
          async () => {
            const cancelled = DBOS.stepStatus?.cancelSignal;
            const signal = AbortSignal.any([engine.stopping, abort.signal, ...(cancelled ? [cancelled] : [])]);
            try {
              return await work(signal);
            } catch (error) {
              // An error would be kept as the step's result; a step that never ends is run again.
              if (engine.stopping.aborted) return await park();
              throw error;
            }
          },
          { name: stepName },
        );
      };
      try {
        await body(deps, subject, { id, step, traced });
        if (engine.stopping.aborted) await park();
        trace.end(systemClock.now(), false);
      } catch (error) {
        trace.end(systemClock.now(), true);
        throw error;
      } finally {
        local.delete(id);
        rest.resolve();
      }
    },
    { name },
  );

  return {
    attach: (engine, deps) => {
      attachmentTo(engine.executorId).resolve({ engine, deps });
      // What comes to it later waits in vain, as it would at its first step.
      engine.stopping.addEventListener('abort', () => attachments.delete(engine.executorId), { once: true });
      return {
        start: async (id, subject, origin = durableOrigin(systemClock.now())) => {
          await DBOS.startWorkflow(registered, { workflowID: id })(subject, ...(origin ? [origin] : []));
        },
        cancel: async (id) => {
          await DBOS.cancelWorkflow(id);
          const here = local.get(id);
          here?.abort.abort(new Error('The workflow was cancelled.'));
          // What does not heed the signal may take its time; the workflow is cancelled all the same.
          const patience = new AbortController();
          const enough = systemClock.wait(PATIENCE_MS, patience.signal).catch(() => {});
          await Promise.race([here?.done, enough]);
          patience.abort();
        },
        forget: async (ids) => {
          if (ids.length > 0) await DBOS.deleteWorkflows([...ids]);
        },
      };
    },
  };
}
