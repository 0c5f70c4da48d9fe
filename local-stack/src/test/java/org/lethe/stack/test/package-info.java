/** Tests of what the services' tests get. */
@NullMarked
package org.lethe.stack.test;

import org.jspecify.annotations.NullMarked;
