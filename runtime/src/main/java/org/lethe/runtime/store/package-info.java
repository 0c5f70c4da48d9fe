/** The vault, its reaper and relay as beans; the keys, and what is under older ones. */
@NullMarked
package org.lethe.runtime.store;

import org.jspecify.annotations.NullMarked;
