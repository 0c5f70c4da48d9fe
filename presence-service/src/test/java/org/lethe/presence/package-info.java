/** Tests of the service as a whole. */
@NullMarked
package org.lethe.presence;

import org.jspecify.annotations.NullMarked;
