/** Tests. */
@NullMarked
package org.lethe.privacy.redis.node;

import org.jspecify.annotations.NullMarked;
