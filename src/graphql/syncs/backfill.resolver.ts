import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver, registerEnumType } from 'type-graphql';
import { plannedBackfill } from '../../domain/syncs/backfill/backfill.js';
import { backfillRequest } from '../../domain/syncs/backfill/backfill-request.js';
import {
  BACKFILL_KINDS,
  type BackfillKind,
  type BackfillSubject,
  type InvoiceForm,
} from '../../domain/syncs/subjects.js';
import { Needs } from '../../schema-kit/access.js';
import { DateTimeScalar } from '../../schema-kit/scalars.js';
import type { GatewayContext } from '../context.js';
import { InvoiceFormEnum } from './invoice-sync.resolver.js';
import { callerOf, connectionNamed, DryRun, Reason, ran, SyncPayload } from './sync-payload.js';

const BackfillKindEnum = Object.fromEntries(BACKFILL_KINDS.map((kind) => [kind, kind])) as { [K in BackfillKind]: K };
registerEnumType(BackfillKindEnum, {
  name: 'BackfillKind',
  description: 'What a backfill brings into step.',
  valuesConfig: {
    CUSTOMER: { description: 'Customers: see `customerSync`.' },
    SUBSCRIPTION: { description: 'Subscriptions: see `subscriptionSync`.' },
    CREDIT: { description: 'Credits: see `creditSync`.' },
    INVOICE: { description: 'Invoices: see `invoiceSync`.' },
  },
});

@InputType('BackfillInput', { description: 'What of one system is brought to another.' })
class BackfillInput {
  @Field(() => BackfillKindEnum, { description: 'What is brought into step.' })
  sync!: BackfillKind;

  @Field(() => ID, { description: 'The connection that has it.' })
  from!: string;

  @Field(() => ID, { description: 'The connection that gets it.' })
  to!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Only what was made or changed since then, by the clock of the system that has it; everything without it.',
  })
  since?: string | null;

  @Field(() => InvoiceFormEnum, { nullable: true, description: 'What invoices become; INVOICE if it is not said.' })
  as?: InvoiceForm | null;
}

@Resolver()
export class BackfillResolver {
  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description:
      'Brings everything of a kind, or everything since some day, from one system to another: a run for each, which are its `parts`. It may be asked for again: what is in step stays as it is. A dry run gives what it would begin with.',
  })
  backfillStart(
    @Arg('input', () => BackfillInput, { description: 'What to bring into step.' }) input: BackfillInput,
    @DryRun() dryRun: boolean,
    @Reason() reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return ran(async () => {
      const { syncs, syncWorld: world, audit } = context;
      const who = callerOf(context);
      const asked = {
        sync: input.sync,
        from: connectionNamed(input.from, 'from', context),
        to: connectionNamed(input.to, 'to', context),
        since: input.since ? Date.parse(input.since) : null,
        as: input.as ?? null,
      };
      const request = backfillRequest(asked, world, who, audit.now());
      // What cannot be listed is refused now.
      const step = await plannedBackfill(request.subject as BackfillSubject, world, who.asking);
      return dryRun
        ? syncs.planned(request, [step])
        : await syncs.start({ ...request, reason: reason?.trim() || null });
    });
  }
}
