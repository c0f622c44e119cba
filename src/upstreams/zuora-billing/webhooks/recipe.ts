/** How callouts prove where they come from: by a signature, by Basic credentials, or by both. */
export interface CalloutSecrets {
  /** Key of the HMAC-SHA256, in hexadecimal digits, over the notification's id and the body. */
  readonly hmac: string | null;
  /** `user:password`. */
  readonly basic: string | null;
}

/** The header that the callout template is told to put the signature into. */
export const SIGNATURE_HEADER = 'x-billgraph-signature';
