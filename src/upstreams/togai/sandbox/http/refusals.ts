import { type Answer, Refusal } from '../../../sandbox-kit/definition.js';

/** Togai's errors hold a message of up to 500 characters and no code. https://docs.togai.com/api-reference */
export function errorAnswer(status: number, message: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: { message: message.slice(0, 500) } };
}

export const badRequest = (message: string) => new Refusal(errorAnswer(400, message));
export const unauthorized = (message: string) => new Refusal(errorAnswer(401, message));
export const conflict = (message: string) => new Refusal(errorAnswer(400, message));
export const notFound = (what: string, id: string) => new Refusal(errorAnswer(404, `${what} with id ${id} not found`));
export const tooManyRequests = () => new Refusal(tooManyRequestsAnswer());

export function tooManyRequestsAnswer(retryAfter?: number): Answer {
  return errorAnswer(429, 'Too Many Requests', retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
}
