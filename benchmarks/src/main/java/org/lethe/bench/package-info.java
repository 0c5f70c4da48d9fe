/** {@code ./lethe bench}: what the suite costs and how long it takes, with what was measured. */
@NullMarked
package org.lethe.bench;

import org.jspecify.annotations.NullMarked;
