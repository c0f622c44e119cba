import { z } from 'zod';
import { listOf, Text } from '../schemas/wire.js';

const Numbers = listOf(z.string());

/**
 * What became of an order. Subscriptions come as `subscriptions` from Zuora-Version 223.0 on and as
 * `subscriptionNumbers` before. https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/
 */
export const OrderAnswer = z
  .object({
    orderNumber: z.string(),
    accountNumber: Text,
    status: Text,
    subscriptions: listOf(z.object({ subscriptionNumber: Text })),
    subscriptionNumbers: Numbers,
    invoiceNumbers: Numbers,
    creditMemoNumbers: Numbers,
    paymentNumber: Text,
  })
  .transform(({ subscriptions, subscriptionNumbers, ...answer }) => ({
    ...answer,
    subscriptionNumbers:
      subscriptionNumbers.length > 0
        ? subscriptionNumbers
        : subscriptions.flatMap(({ subscriptionNumber }) => subscriptionNumber ?? []),
  }));
export type OrderAnswer = z.infer<typeof OrderAnswer>;

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_CreateOrderAsynchronously/ */
export const JobStarted = z.object({ jobId: z.string() });

/** The ids are inside of `result`. https://developer.zuora.com/v1-api-reference/api/operation/GET_JobStatusAndResponse/ */
export const Job = z.object({
  status: Text,
  errors: z.union([Text, z.array(z.string()).transform((all) => all.join('; '))]),
  result: z
    .looseObject({
      orderNumber: Text,
      reasons: listOf(z.object({ message: Text })),
    })
    .nullish(),
});
export type Job = z.infer<typeof Job>;
