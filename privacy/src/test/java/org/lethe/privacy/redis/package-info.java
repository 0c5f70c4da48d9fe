/** Tests. */
@NullMarked
package org.lethe.privacy.redis;

import org.jspecify.annotations.NullMarked;
