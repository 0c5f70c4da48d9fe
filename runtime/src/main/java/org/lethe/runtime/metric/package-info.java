/** How long what comes in takes: the same buckets and outcomes for requests, frames and events. */
@NullMarked
package org.lethe.runtime.metric;

import org.jspecify.annotations.NullMarked;
