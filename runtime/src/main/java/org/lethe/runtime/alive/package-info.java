/** Whether a process still does its work, or is better started anew. */
@NullMarked
package org.lethe.runtime.alive;

import org.jspecify.annotations.NullMarked;
