/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.gateway;

import org.jspecify.annotations.NullMarked;
