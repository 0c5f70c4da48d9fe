/** What processes tell each other through the store: sealed, or no personal data. */
@NullMarked
package org.lethe.contracts.signal;

import org.jspecify.annotations.NullMarked;
