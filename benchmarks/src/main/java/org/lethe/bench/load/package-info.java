/** Clients that keep to their schedule whatever the suite does. */
@NullMarked
package org.lethe.bench.load;

import org.jspecify.annotations.NullMarked;
