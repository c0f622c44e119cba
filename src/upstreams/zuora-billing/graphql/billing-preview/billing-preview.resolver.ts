import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver, registerEnumType } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { DateScalar } from '../../../../schema-kit/scalars.js';
import type {
  AssumedRenewal,
  BillingPreviewOptions,
  PreviewedChargeType,
  ZuoraBillingPreview,
} from '../../billing-preview/model.js';
import { previewBilling } from '../../billing-preview/preview.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraBillingPreviewType } from './billing-preview.type.js';

// The values are Zuora's own words.
const ZuoraAssumedRenewalEnum = { ALL: 'All', NONE: 'None', AUTO_RENEW: 'Autorenew' } as const;
registerEnumType(ZuoraAssumedRenewalEnum, {
  name: 'ZuoraAssumedRenewal',
  description: 'Which subscriptions a preview supposes to be renewed when their term ends.',
  valuesConfig: {
    ALL: { description: 'All of them.' },
    NONE: { description: 'None: they end with their term.' },
    AUTO_RENEW: { description: 'Those that renew by themselves.' },
  },
});

const ZuoraPreviewedChargeTypeEnum = { ONE_TIME: 'OneTime', RECURRING: 'Recurring', USAGE: 'Usage' } as const;
registerEnumType(ZuoraPreviewedChargeTypeEnum, {
  name: 'ZuoraPreviewedChargeType',
  description: 'How often a charge is billed.',
  valuesConfig: {
    ONE_TIME: { description: 'Once.' },
    RECURRING: { description: 'Each period.' },
    USAGE: { description: 'As far as it was used.' },
  },
});

@ArgsType()
class BillingPreviewArgs implements BillingPreviewOptions {
  @Field(() => DateScalar, { description: 'Up to which day to bill.' })
  targetDate!: string;

  @Field(() => ZuoraAssumedRenewalEnum, {
    defaultValue: 'None',
    description: 'Which subscriptions to suppose to be renewed.',
  })
  assumeRenewal!: AssumedRenewal;

  @Field(() => [ZuoraPreviewedChargeTypeEnum], { defaultValue: [], description: 'Charges to leave out.' })
  excludeChargeTypes!: PreviewedChargeType[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether lines of drafts count, too.' })
  includeDraftItems!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether subscriptions without an end are billed, too; Zuora itself leaves them out unless told.',
  })
  includeEvergreenSubscriptions!: boolean;
}

@Resolver()
export class ZuoraBillingPreviewResolver {
  @Needs('read')
  @Query(() => ZuoraBillingPreviewType, {
    nullable: true,
    description: 'What Zuora would bill an account for up to a day; null if there is no such account. Changes nothing.',
  })
  async zuoraBillingPreview(
    @Arg('accountKey', () => String, { description: 'Account id (32 hexadecimal digits) or account number.' })
    accountKey: string,
    @Args(() => BillingPreviewArgs) options: BillingPreviewArgs,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraBillingPreview | null> {
    const session = context.session(zuoraBilling);
    const account = await session.account(accountKey);
    return account && (await previewBilling(session.desk, account, options));
  }
}
