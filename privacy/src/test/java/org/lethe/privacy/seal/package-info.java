/** Tests. */
@NullMarked
package org.lethe.privacy.seal;

import org.jspecify.annotations.NullMarked;
