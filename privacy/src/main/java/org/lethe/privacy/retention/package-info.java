/** What is kept, for how long at most, and when it is destroyed. */
@NullMarked
package org.lethe.privacy.retention;

import org.jspecify.annotations.NullMarked;
