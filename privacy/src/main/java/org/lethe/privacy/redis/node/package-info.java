/** What every node of Redis must be, and what its clock may do. */
@NullMarked
package org.lethe.privacy.redis.node;

import org.jspecify.annotations.NullMarked;
