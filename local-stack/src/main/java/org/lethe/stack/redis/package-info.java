/** A real Redis with the settings that keep the promise of the vault. */
@NullMarked
package org.lethe.stack.redis;

import org.jspecify.annotations.NullMarked;
