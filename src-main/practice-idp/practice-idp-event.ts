/** What happened, for a log and for a window that shows it. Holds no message and no password. */
export type PracticeIdpEvent =
  | { readonly kind: 'service-provider-registered'; readonly entityId: string }
  | { readonly kind: 'faults-changed' }
  /** A fault that was for one login is over. */
  | { readonly kind: 'slip-ended' }
  | { readonly kind: 'request-received'; readonly serviceProvider: string }
  | { readonly kind: 'request-refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'signed-in'; readonly username: string }
  | { readonly kind: 'signed-out'; readonly username: string }
  | { readonly kind: 'answered'; readonly username: string | null; readonly serviceProvider: string }
