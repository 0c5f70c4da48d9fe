/** What officers and staff did for data subjects' rights, as entries of the ledger. */
@NullMarked
package org.lethe.gdpr.audit;

import org.jspecify.annotations.NullMarked;
