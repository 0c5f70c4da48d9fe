/** Tests of this package. */
@NullMarked
package org.lethe.file.download;

import org.jspecify.annotations.NullMarked;
