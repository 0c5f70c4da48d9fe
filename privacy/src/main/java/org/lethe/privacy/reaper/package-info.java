/** Destroys each scope when its deadline has come. */
@NullMarked
package org.lethe.privacy.reaper;

import org.jspecify.annotations.NullMarked;
