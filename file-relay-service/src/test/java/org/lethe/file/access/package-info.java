/** Tests of this package. */
@NullMarked
package org.lethe.file.access;

import org.jspecify.annotations.NullMarked;
