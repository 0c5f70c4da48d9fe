/** Tests of this package. */
@NullMarked
package org.lethe.file.type;

import org.jspecify.annotations.NullMarked;
