/** Tests. */
@NullMarked
package org.lethe.privacy.hygiene;

import org.jspecify.annotations.NullMarked;
