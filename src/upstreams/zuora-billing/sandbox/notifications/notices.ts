import type { Clock } from '../../../../kernel/clock.js';
import { isLoopback } from '../../../../kernel/http/loopback.js';
import { refuseLongText, refuseSymbolic, requireFields } from '../events/symbolic-errors.js';
import type { SeedContext } from '../seed/context.js';
import { type Body, NoticeShelf, type SandboxNotice } from './notice-shelf.js';

const EVENT = { eventTypeName: 'AccountCreated', eventTypeNamespace: 'user.notification' };
const ONE_EVENT = ['eventTypeName', 'eventCategory'] as const;

const CALLOUT_DEFAULTS: Body = {
  eventTypeNamespace: 'user.notification',
  description: null,
  active: true,
  calloutParams: null,
  calloutHeaders: null,
  requiredAuth: false,
  calloutAuth: null,
  requiredOauth2: false,
  oauth2ProviderId: null,
  calloutRetry: true,
  contentType: 'APPLICATION_JSON',
  useCustomRequestBody: false,
  customRequestBody: null,
  certificate: null,
  hmacKey: null,
  hmacValue: null,
  hmacData: null,
  hmacAlgorithm: null,
  hmacSecret: null,
  hmacOutputFormat: null,
};

/** Callout templates, email templates and notification definitions of the tenant. */
export class Notices {
  readonly calloutTemplates: NoticeShelf;
  readonly emailTemplates: NoticeShelf;
  readonly definitions: NoticeShelf;

  constructor({ scenario: { seed }, userId, communicationProfileId }: SeedContext, clock: Pick<Clock, 'now'>) {
    const iso = () => new Date(clock.now()).toISOString();
    // Samples of these two end in " UTC"; the reference types only the times of the others.
    const utc = () => iso().replace('Z', ' UTC');
    const common = { seed, userId };
    this.calloutTemplates = new NoticeShelf({
      ...common,
      title: 'callout template',
      time: utc,
      defaults: CALLOUT_DEFAULTS,
      check: checkCalloutTemplate,
      filters: { name: 'name', eventTypeName: 'eventTypeName', eventCategory: 'eventCategory' },
      uniqueWithin: [],
      atStart: [
        {
          ...EVENT,
          name: 'Account created',
          calloutBaseurl: 'https://billgraph.example.com/webhooks/zuora?token=sandbox-token',
          httpMethod: 'POST',
          useCustomRequestBody: true,
          customRequestBody: '{"AccountId":"{{DataSource.Account.Id}}"}',
          requiredAuth: true,
          calloutAuth: { username: 'sandbox-user', password: 'sandbox-password', preemptive: true },
          calloutHeaders: { 'X-Sandbox-Key': 'sandbox-key' },
          hmacAlgorithm: 'SHA-256',
          hmacOutputFormat: 'HEX',
          hmacSecret: 'sandbox-hmac-secret',
          hmacData: '{{Request.Body}}',
          hmacKey: 'X-Signature',
          hmacValue: '{{Request.HMAC.Signed}}',
        },
      ],
    });
    this.emailTemplates = new NoticeShelf({
      ...common,
      title: 'email template',
      time: iso,
      defaults: {
        eventTypeNamespace: 'user.notification',
        description: null,
        active: true,
        isHtml: false,
        encodingType: 'UTF8',
        ccEmailType: 'SpecificEmails',
      },
      check: checkEmailTemplate,
      filters: { name: 'name', eventTypeName: 'eventTypeName', eventCategory: 'eventCategory' },
      uniqueWithin: [],
      atStart: [
        {
          ...EVENT,
          name: 'Welcome',
          emailSubject: 'Welcome, <Account.Name>',
          emailBody: 'Your account is <Account.Number>.',
          fromEmailType: 'TenantEmail',
          toEmailType: 'BillToContact',
        },
      ],
    });
    const { calloutTemplates, emailTemplates } = this;
    const [callout] = calloutTemplates.list(new URLSearchParams());
    const [email] = emailTemplates.list(new URLSearchParams());
    this.definitions = new NoticeShelf({
      ...common,
      title: 'notification definition',
      time: utc,
      defaults: {
        eventTypeNamespace: 'user.notification',
        description: null,
        communicationProfileId,
        active: true,
        emailActive: false,
        calloutActive: false,
        emailTemplateId: null,
        callout: null,
        calloutTemplateIds: [],
        filterRule: null,
        filterRuleParams: null,
        associatedAccount: null,
      },
      check: (body, before) => checkDefinition(body, before, { calloutTemplates, emailTemplates }),
      filters: {
        eventTypeName: 'eventTypeName',
        emailTemplateId: 'emailTemplateId',
        profileId: 'communicationProfileId',
      },
      uniqueWithin: ['communicationProfileId'],
      atStart: [
        {
          ...EVENT,
          name: 'Tell of new accounts',
          calloutActive: true,
          calloutTemplateIds: [callout?.id],
          emailActive: true,
          emailTemplateId: email?.id,
        },
      ],
    });
  }

  reset(): void {
    this.calloutTemplates.reset();
    this.emailTemplates.reset();
    this.definitions.reset();
  }
}

function checkCalloutTemplate(body: Body, before: SandboxNotice | null): void {
  // Of a changed one, too.
  requireFields(body, ['calloutBaseurl', 'httpMethod', 'name']);
  refuseLongText(body, { name: 255, calloutBaseurl: 1_000 });
  if (before === null) requireEvent(body);
  checkReceiver(body);
}

function checkEmailTemplate(body: Body, before: SandboxNotice | null): void {
  if (before === null) {
    requireFields(body, ['name', 'fromEmailType', 'emailSubject', 'emailBody', 'toEmailType']);
    requireEvent(body);
  }
  refuseLongText(body, { name: 255, description: 255 });
  const whole = { ...before, ...body };
  for (const [type, wanted, address] of [
    ['fromEmailType', 'SpecificEmail', 'fromEmailAddress'],
    ['replyToEmailType', 'SpecificEmail', 'replyToEmailAddress'],
    ['toEmailType', 'SpecificEmails', 'toEmailAddress'],
  ] as const) {
    if ((whole as Body)[type] === wanted) requireFields(whole, [address]);
  }
}

function checkDefinition(
  body: Body,
  before: SandboxNotice | null,
  { calloutTemplates, emailTemplates }: { calloutTemplates: NoticeShelf; emailTemplates: NoticeShelf },
): void {
  if (before === null) requireFields(body, ['eventTypeName', 'name']);
  refuseLongText(body, { name: 255, description: 255 });
  const whole: Body = { ...before, ...body };
  if (whole.emailActive === true) requireFields(whole, ['emailTemplateId']);
  const ids = Array.isArray(whole.calloutTemplateIds) ? whole.calloutTemplateIds.map(String) : [];
  if (whole.calloutActive === true && ids.length === 0) requireFields(whole, ['callout']);
  const templates = [
    ...(typeof whole.emailTemplateId === 'string' ? [emailTemplates.get(whole.emailTemplateId)] : []),
    ...ids.map((id) => calloutTemplates.get(id)),
  ];
  for (const { name, eventTypeName } of templates) {
    if (eventTypeName !== whole.eventTypeName) {
      throw refuseSymbolic('InvalidValue', `The template ${name} is not for the event ${String(whole.eventTypeName)}`);
    }
  }
  const callout = body.callout as Body | null | undefined;
  if (!callout) return;
  if (before === null) requireFields(callout, ['name', 'calloutBaseurl', 'httpMethod']);
  requireFields(callout, ['eventTypeName']);
  if (callout.eventTypeName !== whole.eventTypeName) {
    throw refuseSymbolic('InvalidValue', 'The eventTypeName of the callout must be that of the definition');
  }
  checkReceiver(callout);
}

function checkReceiver(body: Body): void {
  const address = body.calloutBaseurl;
  // Zuora takes https alone. A tenant on this machine may call what is on it, too.
  if (typeof address === 'string' && !address.startsWith('https://') && !isNear(address)) {
    throw refuseSymbolic('InvalidValue', "calloutBaseurl must start with 'https://'");
  }
  if (body.requiredAuth === true) requireFields((body.calloutAuth ?? {}) as Body, ['username', 'password']);
  if (body.requiredOauth2 === true) requireFields(body, ['oauth2ProviderId']);
}

const isNear = (address: string) => URL.canParse(address) && isLoopback(new URL(address).hostname);

function requireEvent(body: Body): void {
  const given = ONE_EVENT.filter((field) => body[field] !== undefined && body[field] !== null);
  if (given.length === 0) throw refuseSymbolic('MissingRequiredField', 'eventTypeName or eventCategory is missing');
  if (given.length === 2) throw refuseSymbolic('InvalidValue', 'eventTypeName and eventCategory exclude each other');
}
