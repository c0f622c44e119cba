/** The system's value of the BillingSystem enum. */
export const SYSTEM = 'FIRST_PROMOTER';
export const TITLE = 'FirstPromoter';

/** Kinds of external ids of a referral. */
export const REFERRAL_ID = 'referral';
export const UID = 'uid';

/** What the global ids of referrals begin with. */
export const REFERRAL_PREFIX = 'fpr';
