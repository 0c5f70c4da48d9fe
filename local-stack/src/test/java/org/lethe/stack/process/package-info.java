/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.process;

import org.jspecify.annotations.NullMarked;
