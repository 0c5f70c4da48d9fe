/** Tests. */
@NullMarked
package org.lethe.privacy.log;

import org.jspecify.annotations.NullMarked;
