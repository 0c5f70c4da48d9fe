/** One suite for all tests of the module, started before the first and stopped after the last. */
@NullMarked
package org.lethe.acceptance.suite;

import org.jspecify.annotations.NullMarked;
