import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, connectionOfList, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type { TogaiAlert, TogaiAlertTemplate, TogaiIncident } from '../../alerts/model.js';
import { togai } from '../../session.js';
import { connectionOfTokens } from '../token-connection.js';
import {
  TogaiAlertConnection,
  TogaiAlertsArgs,
  TogaiAlertTemplateConnection,
  TogaiAlertTemplateType,
  TogaiAlertType,
  TogaiIncidentConnection,
  TogaiIncidentsArgs,
  TogaiIncidentType,
} from './alert.type.js';

const MOST_PAGES = 10;
const idOf = ({ togaiId }: { readonly togaiId: string }) => togaiId;

@Resolver(() => TogaiAlertType)
export class TogaiAlertResolver {
  @Needs('read')
  @Query(() => TogaiAlertTemplateConnection, { description: "The kinds of alerts that Togai knows, in Togai's order." })
  async togaiAlertTemplates(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiAlertTemplate>> {
    return connectionOfList((await context.session(togai).alertTemplates.load('all')) ?? [], page, idOf);
  }

  @Needs('read')
  @Query(() => TogaiAlertConnection, { description: "The alerts of Togai, in Togai's order. At most a minute old." })
  async togaiAlerts(
    @Args(() => TogaiAlertsArgs) { status, accountId, ...page }: TogaiAlertsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiAlert>> {
    const all = (await context.session(togai).alerts.load('all')) ?? [];
    const wanted = all.filter(
      (alert) =>
        (status ?? alert.status) === alert.status && (!accountId || alert.ownerDetails?.accountId === accountId),
    );
    return connectionOfList(wanted, page, idOf);
  }

  @Needs('read')
  @Query(() => TogaiAlertType, { nullable: true, description: 'An alert of Togai; null if there is none.' })
  togaiAlert(
    @Arg('id', () => String, { description: "Togai's id of the alert." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAlert | null> {
    return context.session(togai).alert(id);
  }

  @FieldResolver(() => TogaiAlertTemplateType, { nullable: true, description: 'What kind of alert it is.' })
  async template(
    @Root() { templateId }: TogaiAlert,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAlertTemplate | null> {
    if (templateId === null) return null;
    const templates = await context.session(togai).alertTemplates.load('all');
    return templates?.find(({ togaiId }) => togaiId === templateId) ?? null;
  }
}

@Resolver(() => TogaiIncidentType)
export class TogaiIncidentResolver {
  @Needs('read')
  @Query(() => TogaiIncidentConnection, {
    description:
      "When alerts sounded, in Togai's order, at most 10 seconds old. With a filter a page may hold fewer than asked for, or " +
      'none, and still have more behind `endCursor`.',
  })
  togaiIncidents(
    @Args(() => TogaiIncidentsArgs) { status = null, alertId = null, ...page }: TogaiIncidentsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiIncident>> {
    const accepts = (incident: TogaiIncident) =>
      (status ?? incident.status) === incident.status && (alertId ?? incident.alertId) === incident.alertId;
    return connectionOfTokens(
      `incidents:${JSON.stringify([status, alertId])}`,
      page,
      (token) => context.session(togai).incidentPage(token),
      status || alertId ? { accepts, mostPages: MOST_PAGES } : {},
    );
  }

  @Needs('read')
  @Query(() => TogaiIncidentType, {
    nullable: true,
    description: 'A time that an alert sounded; null if there is none.',
  })
  togaiIncident(
    @Arg('id', () => String, { description: "Togai's id of the incident." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiIncident | null> {
    return context.session(togai).incidents.load(id);
  }

  @FieldResolver(() => TogaiAlertType, { nullable: true, description: 'The alert that sounded.' })
  async alert(@Root() { alertId }: TogaiIncident, @Ctx() context: RequestContext): Promise<TogaiAlert | null> {
    return alertId === null ? null : await context.session(togai).alert(alertId);
  }
}
