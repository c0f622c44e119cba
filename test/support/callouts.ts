import { createHmac } from 'node:crypto';

/** Sends callouts as Zuora does with the recipe that docs/webhooks.md has. */
export function calloutsTo(url: () => string, secret: string) {
  return (id: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const text = JSON.stringify(body);
    return fetch(`${url()}/webhooks/ZUORA_BILLING`, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'zuora-notification-id': id,
        'x-billgraph-signature': createHmac('sha256', secret).update(id).update(text).digest('hex'),
      },
      body: text,
    });
  };
}
