import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Body, bodyOf } from '../../v1/body.js';
import { readDay } from '../engine/periods.js';
import { cancel, renew, resume, suspend } from '../engine/terms.js';
import { text } from '../engine/version.js';
import type { SubscriptionBook } from '../subscription-book.js';
import { KNOWN_FIELDS } from './known-fields.js';
import { deltas, previewBody } from './preview.js';
import { knownOnly, need, refusing } from './requests.js';
import { updated } from './update.js';

interface ByKey {
  Params: { key: string };
}

/** PUT /v1/subscriptions/{key} and what is below it. Nothing is remembered of a repeated call: it happens twice. */
export function amendRoutes(app: FastifyInstance, book: SubscriptionBook, today: () => string): void {
  const put = (action: keyof typeof KNOWN_FIELDS, path: string, change: (key: string, body: Body) => object) =>
    app.put<ByKey>(`/v1/subscriptions/:key${path}`, async (request: FastifyRequest<ByKey>) =>
      refusing(request, () => {
        const body = bodyOf(request);
        knownOnly(body, KNOWN_FIELDS[action]);
        return { success: true, ...change(request.params.key, body) };
      }),
    );

  put('update', '', (key, body) => {
    const before = book.open(key);
    if (body.preview === true) {
      const { version } = book.dry(() => updated(book, before, body, today()));
      const target = readDay(body.targetDate ?? body.invoiceTargetDate, 'targetDate') ?? today();
      return { ...deltas(before, version), ...previewBody(book.store, before, version, target) };
    }
    const changed = updated(book, before, body, today());
    const { id } = book.amend(before, changed);
    return { subscriptionId: id, ...deltas(before, changed.version) };
  });

  put('cancel', '/cancel', (key, body) => {
    need(body, ['cancellationPolicy']);
    const before = book.open(key);
    const changed = cancel(before, body, today());
    const { id } = book.amend(before, changed);
    return { subscriptionId: id, cancelledDate: changed.cancelledOn, ...deltas(before, changed.version) };
  });

  put('renew', '/renew', (key) => {
    const before = book.open(key);
    const changed = renew(before);
    const { id, termStartDate, termEndDate } = book.amend(before, changed);
    const ends = text(termEndDate) === null ? {} : { termEndDate };
    return { subscriptionId: id, termStartDate, ...ends, ...deltas(before, changed.version) };
  });

  put('suspend', '/suspend', (key, body) => {
    need(body, ['suspendPolicy']);
    const before = book.open(key);
    const suspended = suspend(before, body, today());
    const comesBack = body.resume === true ? resume(suspended.version, body, today()) : null;
    const version = comesBack?.version ?? suspended.version;
    const amendments = [...suspended.amendments, ...(comesBack?.amendments ?? [])];
    const record = book.amend(before, { version, amendments });
    return {
      subscriptionId: record.id,
      suspendDate: suspended.day,
      ...(comesBack && { resumeDate: comesBack.day }),
      ...termEnd(record.termEndDate),
      totalDeltaTcv: deltas(before, version).totalDeltaTcv,
    };
  });

  put('resume', '/resume', (key, body) => {
    need(body, ['resumePolicy']);
    const before = book.open(key);
    const resumed = resume(before, body, today());
    const record = book.amend(before, resumed);
    return {
      subscriptionId: record.id,
      resumeDate: resumed.day,
      ...termEnd(record.termEndDate),
      totalDeltaTcv: deltas(before, resumed.version).totalDeltaTcv,
    };
  });
}

const termEnd = (day: unknown) => (typeof day === 'string' ? { termEndDate: day } : {});
