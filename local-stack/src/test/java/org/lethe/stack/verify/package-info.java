@NullMarked
package org.lethe.stack.verify;

import org.jspecify.annotations.NullMarked;
