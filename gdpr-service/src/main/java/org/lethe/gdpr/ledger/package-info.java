/** The ledger: counts, times and digests, chained for each account. */
@NullMarked
package org.lethe.gdpr.ledger;

import org.jspecify.annotations.NullMarked;
