/** Every kind of expected trouble and its status, for the page that explains it. A test compares it with the classes. */
export const problemKinds: Readonly<Record<string, number>> = {
  'invalid-input': 422,
  'sign-in-needed': 401,
  'not-your-role': 403,
  'refused-by-safeguard': 403,
  'not-found': 404,
  'sent-before': 422,
  'too-many': 429,
  'out-of-date': 409,
}
