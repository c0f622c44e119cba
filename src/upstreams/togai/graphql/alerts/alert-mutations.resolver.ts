import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver, registerEnumType } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { JsonScalar } from '../../../../schema-kit/scalars.js';
import { alertBody, CLOSED, closeIncident, createAlert, updateAlert } from '../../alerts/commands.js';
import { AlertCreate, AlertUpdate } from '../../alerts/inputs.js';
import type { TogaiAlert, TogaiIncident } from '../../alerts/model.js';
import { planned } from '../../customers/commands.js';
import { togai } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { TogaiAlertType, TogaiIncidentType } from './alert.type.js';

type State = AlertCreate['status'];
const TogaiAlertStateEnum: Record<State, State> = { ACTIVE: 'ACTIVE', INACTIVE: 'INACTIVE' };
registerEnumType(TogaiAlertStateEnum, {
  name: 'TogaiAlertState',
  description: 'The states that an alert can be put into.',
  valuesConfig: { ACTIVE: { description: 'It is checked.' }, INACTIVE: { description: 'It is not.' } },
});

const INTERVAL = 'Every how many minutes it is checked: 30, 60 and so on.';
const VALIDITY = 'After how many minutes it ends.';
const PARAMETERS = 'From where on it sounds, such as `{"threshold": 10}`; the template says what there is.';
type Details = Record<string, unknown>;

@InputType('TogaiAlertCreateInput', { description: 'An alert.' })
class TogaiAlertCreateInput {
  @Field(() => String, { description: "What kind of alert: Togai's id of the template." })
  alertTemplateId!: string;

  @Field(() => Int, { defaultValue: 30, description: INTERVAL })
  interval!: number;

  @Field(() => TogaiAlertStateEnum, { defaultValue: 'ACTIVE', description: 'The state in which it begins.' })
  status!: State;

  @Field(() => Int, { nullable: true, description: `${VALIDITY} Never without this.` })
  validity?: number | null;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What to watch, such as `{"usageMeterId": "…"}`.' })
  entityDetails?: Details | null;

  @Field(() => JsonScalar, { nullable: true, description: 'What to watch it for, such as `{"accountId": "…"}`.' })
  ownerDetails?: Details | null;

  @Field(() => JsonScalar, { nullable: true, description: PARAMETERS })
  parameters?: Details | null;
}

@InputType('TogaiAlertUpdateInput', { description: 'What to change of an alert: what is left out is left alone.' })
class TogaiAlertUpdateInput {
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  description?: string | null;

  @Field(() => TogaiAlertStateEnum, { nullable: true, description: 'Its new state.' })
  status?: State | null;

  @Field(() => Int, { nullable: true, description: INTERVAL })
  interval?: number | null;

  @Field(() => Int, { nullable: true, description: VALIDITY })
  validity?: number | null;

  @Field(() => JsonScalar, { nullable: true, description: PARAMETERS })
  parameters?: Details | null;
}

@ObjectType('TogaiAlertPayload', { simpleResolvers: true, description: 'What became of an alert.' })
class TogaiAlertPayload extends MutationPayload {
  @Field(() => TogaiAlertType, {
    nullable: true,
    description: 'The alert as it is now; null if nothing was done, and for the dry run of a new one.',
  })
  alert?: TogaiAlert | null;
}

@ObjectType('TogaiIncidentPayload', { simpleResolvers: true, description: 'What became of an incident.' })
class TogaiIncidentPayload extends MutationPayload {
  @Field(() => TogaiIncidentType, {
    nullable: true,
    description: 'The incident as it is now; null if nothing was done.',
  })
  incident?: TogaiIncident | null;
}

interface AlertAnswer {
  readonly alert: TogaiAlert | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class TogaiAlertMutations {
  @Needs('write')
  @Mutation(() => TogaiAlertPayload, {
    description: 'Has Togai watch something. Togai itself does not recognise a repeat: give an `idempotencyKey`.',
  })
  togaiAlertCreate(
    @Arg('input', () => TogaiAlertCreateInput, { description: 'The alert.' }) input: TogaiAlertCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAlertPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<AlertAnswer> => {
      const wanted = checked(AlertCreate, input);
      const { alertTemplateId } = wanted;
      const templates = (await session.alertTemplates.load('all')) ?? [];
      if (!templates.some(({ togaiId }) => togaiId === alertTemplateId)) {
        throw refusal('NOT_FOUND', `There is no alert template ${alertTemplateId}.`, ['input', 'alertTemplateId']);
      }
      if (dryRun) {
        return { alert: null, plan: planned({ action: 'createAlert', target: null, after: alertBody(wanted) }) };
      }
      return { alert: await session.alert(await createAlert(session.desk, wanted, key ?? null)) };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiAlertPayload, { description: 'Changes an alert, or turns it on or off.' })
  togaiAlertUpdate(
    @Arg('id', () => String, { description: "Togai's id of the alert." }) id: string,
    @Arg('input', () => TogaiAlertUpdateInput, { description: 'What to change.' }) input: TogaiAlertUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAlertPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<AlertAnswer> => {
      const wanted = checked(AlertUpdate, input);
      const alert = await session.alert(id);
      if (alert === null) throw refusal('NOT_FOUND', `There is no alert ${id}.`, ['id']);
      if (dryRun) return { alert, plan: planned({ action: 'updateAlert', target: id, after: alertBody(wanted) }) };
      await updateAlert(session.desk, id, wanted);
      return { alert: await session.alert(id) };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiIncidentPayload, { description: 'Closes an incident: the one state that it can be put into.' })
  togaiIncidentClose(
    @Arg('id', () => String, { description: "Togai's id of the incident." }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiIncidentPayload> {
    const { desk, incidents } = context.session(togai);
    return answered(async (): Promise<{ incident: TogaiIncident | null; plan?: readonly PlannedCall[] }> => {
      const incident = await incidents.load(id);
      if (incident === null) throw refusal('NOT_FOUND', `There is no incident ${id}.`, ['id']);
      if (dryRun) {
        const after = { status: CLOSED };
        return { incident, plan: planned({ action: 'updateIncidentStatus', target: id, after }) };
      }
      await closeIncident(desk, id);
      return { incident: await incidents.load(id) };
    });
  }
}
