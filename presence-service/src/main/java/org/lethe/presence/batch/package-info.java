/** Scripts that run for many visits at once. */
@NullMarked
package org.lethe.presence.batch;

import org.jspecify.annotations.NullMarked;
