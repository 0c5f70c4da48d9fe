/** The vault, its reaper and relay as beans. */
@NullMarked
package org.lethe.runtime.store;

import org.jspecify.annotations.NullMarked;
