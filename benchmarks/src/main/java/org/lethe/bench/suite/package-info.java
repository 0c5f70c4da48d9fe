/** The suite as production runs it, to be measured. */
@NullMarked
package org.lethe.bench.suite;

import org.jspecify.annotations.NullMarked;
