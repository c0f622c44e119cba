import { Refusal } from '../../../sandbox-kit/definition.js';

/** How actions and CRUD word a failure: in PascalCase, with a name for a code. */
export interface ObjectError {
  readonly Code: string;
  readonly Message: string;
}

export const objectError = (code: string, message: string): ObjectError => ({ Code: code, Message: message });

/** CRUD answers 400; an action has the same in its list under 200. */
export function refuseObject(error: ObjectError): Refusal {
  return new Refusal({ status: 400, body: { Success: false, Errors: [error] } });
}

/** What CRUD says of an object that there is not. */
export const notThere = () => new Refusal({ status: 404, body: { records: [], size: 0, done: true } });
