/** Tests. */
@NullMarked
package org.lethe.privacy.reaper;

import org.jspecify.annotations.NullMarked;
