/** Tests of this package. */
@NullMarked
package org.lethe.file.removal;

import org.jspecify.annotations.NullMarked;
