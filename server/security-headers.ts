// What a browser may do with our answers. Sigma draws with WebGL, sets sizes by style attributes
// and lays out in a worker made from a blob; nothing is loaded from elsewhere, no script stands in a page.

import type { RequestHandler } from 'express';
import helmet from 'helmet';

export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // There is no TLS here; a proxy in front that has it says so itself.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
});
