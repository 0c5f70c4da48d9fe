/** Tests. */
@NullMarked
package org.lethe.privacy.retention;

import org.jspecify.annotations.NullMarked;
