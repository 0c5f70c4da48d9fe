/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.dns;

import org.jspecify.annotations.NullMarked;
