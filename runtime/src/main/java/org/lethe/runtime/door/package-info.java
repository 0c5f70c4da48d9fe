/** Connections as they come in: how many there may be, and how long they may take to ask. */
@NullMarked
package org.lethe.runtime.door;

import org.jspecify.annotations.NullMarked;
