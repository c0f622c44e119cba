import { UpstreamError } from '../../../kernel/errors.js';
import { SYSTEM, TITLE } from '../names.js';

/**
 * What a look after a lost answer has found; null for nothing. Throws if several things fit: whichever of them was made,
 * making another would be wrong, and so would be calling any of them the one.
 */
export function onlyOne<T>(fits: readonly T[], what: string): T | null {
  const [only] = fits;
  if (fits.length <= 1) return only ?? null;
  throw new UpstreamError(
    SYSTEM,
    'UPSTREAM_CONFLICT',
    `${TITLE} did not answer, and ${fits.length} ${what} could be what was asked for: look there before you ask again.`,
    { outcome: 'unknown', retryable: false },
  );
}
