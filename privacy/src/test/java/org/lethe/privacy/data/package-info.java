/** Tests. */
@NullMarked
package org.lethe.privacy.data;

import org.jspecify.annotations.NullMarked;
