@NullMarked
package org.lethe.runtime.alive;

import org.jspecify.annotations.NullMarked;
