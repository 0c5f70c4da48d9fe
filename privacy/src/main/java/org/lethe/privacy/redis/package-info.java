/** The one way to Redis: connections, scripts, signals, shard leases. */
@NullMarked
package org.lethe.privacy.redis;

import org.jspecify.annotations.NullMarked;
