/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.inbox;

import org.jspecify.annotations.NullMarked;
