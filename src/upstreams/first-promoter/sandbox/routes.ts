import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { eventAnswer, leadAnswer } from './answers.js';
import { amountOf, eventIdOf, formParameters, jsonParameters, type Parameters, refuse } from './parameters.js';
import type { Program, PromotionEvent } from './program.js';

type Track = (program: Program, asked: Parameters) => PromotionEvent | null;

/** https://docs.firstpromoter.com/api-reference-v2/tracking and its predecessor. */
export function trackingRoutes(app: FastifyInstance, program: Program): void {
  const v2 = (request: FastifyRequest) => jsonParameters(request);
  const v1 = (request: FastifyRequest) => formParameters(request);
  const serve = (
    path: string,
    read: (request: FastifyRequest) => Parameters,
    track: Track,
    present: (event: PromotionEvent) => object,
    nobody: (reply: FastifyReply) => FastifyReply,
  ) =>
    app.post(path, async (request, reply) => {
      const event = track(program, read(request));
      return event === null ? nobody(reply) : present(event);
    });
  const nothing = (reply: FastifyReply) => reply.code(204).send();
  const notFound = (reply: FastifyReply) =>
    reply.code(404).send({
      message: 'Referral corresponding to email or uid parameter not found or promoter is banned.',
      code: 'not_found',
    });

  serve('/api/v2/track/signup', v2, signup, eventAnswer, notFound);
  serve('/api/v2/track/sale', v2, sale, eventAnswer, notFound);
  serve('/api/v2/track/refund', v2, refund, leadAnswer, nothing);
  serve('/api/v2/track/cancellation', v2, cancellation, leadAnswer, notFound);
  serve('/api/v1/track/signup', v1, signup, leadAnswer, nothing);
  serve('/api/v1/track/sale', v1, sale, leadAnswer, nothing);
  serve('/api/v1/track/refund', v1, refund, leadAnswer, nothing);
  serve('/api/v1/track/cancellation', v1, cancellation, leadAnswer, notFound);
}

function signup(program: Program, asked: Parameters): PromotionEvent {
  if (program.lead(asked.email, asked.uid)?.signedUp) {
    throw refuse(422, { transaction_id: 'there is already a signup event registered on this lead' });
  }
  const promoter = program.promoter(asked.text('ref_id'), asked.text('tid'));
  if (!promoter) {
    throw refuse(404, {
      message:
        "Visitor  invalid, not found or you are trying to use the signup tracking test via API which doesn't work on API calls.",
    });
  }
  return program.signUp(asked.email, asked.uid, promoter);
}

function sale(program: Program, asked: Parameters): PromotionEvent | null {
  const [amount, eventId] = [amountOf(asked), eventIdOf(asked)];
  refuseKnown(program, 'sale', eventId);
  const lead = program.lead(asked.email, asked.uid);
  if (!lead) return null;
  return program.record({
    kind: 'sale',
    lead,
    eventId,
    amount,
    currency: asked.text('currency'),
    plan: asked.text('plan'),
  });
}

function refund(program: Program, asked: Parameters): PromotionEvent | null {
  const [amount, eventId] = [amountOf(asked), eventIdOf(asked)];
  refuseKnown(program, 'refund', eventId);
  const lead = program.lead(asked.email, asked.uid);
  const saleId = asked.text('sale_event_id');
  if (!lead || (saleId !== null && !program.event('sale', saleId))) return null;
  return program.record({
    kind: 'refund',
    lead,
    eventId,
    amount: -amount,
    currency: asked.text('currency'),
    plan: null,
  });
}

function cancellation(program: Program, asked: Parameters): PromotionEvent | null {
  const lead = program.lead(asked.email, asked.uid);
  return lead && program.cancel(lead);
}

function refuseKnown(program: Program, kind: 'sale' | 'refund', eventId: string): void {
  if (program.event(kind, eventId)) {
    throw refuse(409, { message: `The '${kind}' event with the id '${eventId}' already exists.` });
  }
}
