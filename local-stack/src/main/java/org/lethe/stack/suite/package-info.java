/** The suite as a whole: its infrastructure, its services, and how they start. */
@NullMarked
package org.lethe.stack.suite;

import org.jspecify.annotations.NullMarked;
