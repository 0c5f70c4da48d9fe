/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.launch;

import org.jspecify.annotations.NullMarked;
