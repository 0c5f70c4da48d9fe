/** {@code ./lethe keys}: shows the suite's keys by their ids, and rotates them. */
@NullMarked
package org.lethe.stack.keys;

import org.jspecify.annotations.NullMarked;
