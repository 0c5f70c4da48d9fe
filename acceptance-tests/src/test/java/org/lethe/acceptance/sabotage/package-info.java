/** Switches off one path of destruction at a time, to show that forensics would see it. */
@NullMarked
package org.lethe.acceptance.sabotage;

import org.jspecify.annotations.NullMarked;
