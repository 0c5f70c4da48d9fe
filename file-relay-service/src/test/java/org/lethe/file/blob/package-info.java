/** Tests of this package. */
@NullMarked
package org.lethe.file.blob;

import org.jspecify.annotations.NullMarked;
