/** The vault, its reaper and relay as beans. */
@NullMarked
package org.lethe.runtime.vault;

import org.jspecify.annotations.NullMarked;
