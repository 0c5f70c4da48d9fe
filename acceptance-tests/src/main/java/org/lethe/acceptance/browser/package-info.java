/** A real browser's windows. */
@NullMarked
package org.lethe.acceptance.browser;

import org.jspecify.annotations.NullMarked;
