@NullMarked
package org.lethe.stack.keys;

import org.jspecify.annotations.NullMarked;
