/** The version of secctx itself: package.json's, which a test compares. */
export const version = "1.0.0";
