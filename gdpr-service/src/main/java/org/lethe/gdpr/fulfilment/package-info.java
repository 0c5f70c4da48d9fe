/** Doing what requests ask for: erasure and access, from the request to the end of it. */
@NullMarked
package org.lethe.gdpr.fulfilment;

import org.jspecify.annotations.NullMarked;
