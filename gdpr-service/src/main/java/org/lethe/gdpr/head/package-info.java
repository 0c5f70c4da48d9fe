/** Signed heads of the ledger's tree, and the proofs that go with them. */
@NullMarked
package org.lethe.gdpr.head;

import org.jspecify.annotations.NullMarked;
