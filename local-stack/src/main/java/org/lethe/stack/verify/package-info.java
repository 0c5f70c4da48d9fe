/** {@code ./lethe verify}: receipts and the ledger, verified by what is published. */
@NullMarked
package org.lethe.stack.verify;

import org.jspecify.annotations.NullMarked;
