import { createHash } from 'node:crypto';
import { z } from 'zod';
import { instantOf } from '../orders/tenant-instant.js';
import { Text, Whole } from '../schemas/wire.js';
import type { CalloutRecord, EmailRecord } from './history-model.js';
import { openAddress } from './secrets.js';

// Categories are numbers in samples and texts by the reference.
const Category = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value == null || value === '' ? null : String(value)));
/** An object in samples, a text by the reference. */
const Context = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? (jsonOf(value) ?? value) : (value ?? null)));

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_CalloutHistory/ Success is 200, and nothing else. */
export const calloutRecordIn = (timeZone: string) =>
  z
    .object({
      id: Text,
      attemptedNum: Whole,
      createTime: Text,
      eventCategory: Category,
      eventContext: Context,
      notification: Text,
      requestMethod: Text,
      requestUrl: Text,
      responseCode: Whole,
      responseContent: Text,
    })
    .transform(
      (wire): CalloutRecord => ({
        zuoraId: wire.id,
        key: keyOf(wire),
        failed: wire.responseCode !== 200,
        notification: wire.notification,
        eventCategory: wire.eventCategory,
        attempts: wire.attemptedNum,
        createdAt: instantOf(wire.createTime, timeZone),
        method: wire.requestMethod,
        url: wire.requestUrl && openAddress(wire.requestUrl),
        responseCode: wire.responseCode,
        responseContent: wire.responseContent,
        eventContext: wire.eventContext,
      }),
    );

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_EmailHistory/ What was sent with a warning was sent. */
export const emailRecordIn = (timeZone: string) =>
  z
    .object({
      id: Text,
      accountId: Text,
      bcc: Text,
      cc: Text,
      errorMessage: Text,
      eventCategory: Category,
      fromEmail: Text,
      notification: Text,
      replyTo: Text,
      result: Text,
      sendTime: Text,
      subject: Text,
      toEmail: Text,
    })
    .transform(
      (wire): EmailRecord => ({
        zuoraId: wire.id,
        key: keyOf(wire),
        failed: !/^(ok|warning)$/i.test(wire.result ?? ''),
        notification: wire.notification,
        eventCategory: wire.eventCategory,
        accountId: wire.accountId,
        sentAt: instantOf(wire.sendTime, timeZone),
        subject: wire.subject,
        from: wire.fromEmail,
        to: wire.toEmail,
        cc: wire.cc,
        bcc: wire.bcc,
        replyTo: wire.replyTo,
        result: wire.result,
        errorMessage: wire.errorMessage,
      }),
    );

/** Rows have no id by the reference: all of what they say is what tells them apart. */
function keyOf(row: { id: string | null }): string {
  return row.id ?? createHash('sha256').update(JSON.stringify(row)).digest('base64url');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
