/** Tests of the streams. */
@NullMarked
package org.lethe.runtime.stream;

import org.jspecify.annotations.NullMarked;
