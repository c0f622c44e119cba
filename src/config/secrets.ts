import type { Environment } from './load.js';

const SECRET_NAMES = /(SECRET|PASSWORD|TOKEN|API_?KEY|ACCESS_KEY|CONNECTION_KEYS|WEBHOOK_BASIC|OTLP_(TRACES_)?HEADERS)/;

/** The credentials in the configuration: variables that are called like one, with their parts, and passwords inside addresses. */
export function secretsIn(environment: Environment): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (!value) return [];
    if (SECRET_NAMES.test(name)) return [value, ...partsOf(value)];
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || !URL.canParse(value)) return [];
    const { password } = new URL(value);
    return password === '' ? [] : [password, decoded(password)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is behind the name in lists of `name:value` and `name=value`. */
function partsOf(value: string): string[] {
  return value.split(',').flatMap((part) => {
    const [, behind = ''] = /^[\w.-]+[:=](.+)$/.exec(part.trim()) ?? [];
    return behind === '' ? [] : [behind, decoded(behind)];
  });
}
