/** Tests of this package. */
@NullMarked
package org.lethe.file.upload;

import org.jspecify.annotations.NullMarked;
