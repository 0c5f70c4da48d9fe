/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.site;

import org.jspecify.annotations.NullMarked;
