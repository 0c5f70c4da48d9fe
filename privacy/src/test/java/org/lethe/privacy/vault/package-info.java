/** Tests. */
@NullMarked
package org.lethe.privacy.vault;

import org.jspecify.annotations.NullMarked;
