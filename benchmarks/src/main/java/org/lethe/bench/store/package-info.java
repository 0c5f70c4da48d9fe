/** The suite's Redis, looked at from outside with the administrator's rights. */
@NullMarked
package org.lethe.bench.store;

import org.jspecify.annotations.NullMarked;
