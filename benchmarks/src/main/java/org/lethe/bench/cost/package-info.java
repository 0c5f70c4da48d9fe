/** What processes and the store have spent. */
@NullMarked
package org.lethe.bench.cost;

import org.jspecify.annotations.NullMarked;
