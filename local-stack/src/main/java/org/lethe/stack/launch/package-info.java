/** The programs behind {@code ./lethe}. */
@NullMarked
package org.lethe.stack.launch;

import org.jspecify.annotations.NullMarked;
