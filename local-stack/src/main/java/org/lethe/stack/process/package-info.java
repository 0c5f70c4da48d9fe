/** Child processes that never outlive their launcher, and what can be seen of them from outside. */
@NullMarked
package org.lethe.stack.process;

import org.jspecify.annotations.NullMarked;
