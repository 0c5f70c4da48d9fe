/** What the tests of the services get from the local stack. */
@NullMarked
package org.lethe.stack.test;

import org.jspecify.annotations.NullMarked;
