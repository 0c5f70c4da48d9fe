/** Tests of the local stack. */
@NullMarked
package org.lethe.stack;

import org.jspecify.annotations.NullMarked;
