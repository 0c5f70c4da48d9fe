/** Signed receipts, and the keys that verify them. */
@NullMarked
package org.lethe.gdpr.receipt;

import org.jspecify.annotations.NullMarked;
