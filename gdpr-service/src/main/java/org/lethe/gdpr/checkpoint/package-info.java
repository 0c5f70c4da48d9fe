/** Signed checkpoints of the ledger and the pages that they name, so that history stays outside. */
@NullMarked
package org.lethe.gdpr.checkpoint;

import org.jspecify.annotations.NullMarked;
