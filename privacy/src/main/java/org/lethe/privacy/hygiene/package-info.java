/** Leaves nothing behind: keys in memory and buffers of connections go with their scope. */
@NullMarked
package org.lethe.privacy.hygiene;

import org.jspecify.annotations.NullMarked;
