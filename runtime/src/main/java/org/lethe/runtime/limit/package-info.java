/** How often something may be done: a rate, and who has how much of it left. */
@NullMarked
package org.lethe.runtime.limit;

import org.jspecify.annotations.NullMarked;
