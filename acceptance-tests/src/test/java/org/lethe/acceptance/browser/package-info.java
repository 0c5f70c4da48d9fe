/** The way in two windows of a real browser: a visitor's and an operator's. */
@NullMarked
package org.lethe.acceptance.browser;

import org.jspecify.annotations.NullMarked;
