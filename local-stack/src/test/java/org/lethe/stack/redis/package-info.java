/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.redis;

import org.jspecify.annotations.NullMarked;
