/** Scripts that run in Redis, what they are given and what they answer. */
@NullMarked
package org.lethe.privacy.redis.script;

import org.jspecify.annotations.NullMarked;
